// Two tokens in a row at one and the same droite, and at one of the TTL that a belief makes her have.
import { BACKDATED, BELIEVED_TTL, type DatingTrial } from '../../experiments/13-moins-45.ts';
import { type DatingSay, dateWords } from './dating-words.ts';
import type { TtlSay } from './ttl-words.ts';
import { VerdictWord } from './VerdictWord.tsx';

interface Props {
  readonly trial: DatingTrial;
  readonly t: DatingSay;
  readonly shared: TtlSay;
}

function Outcome({ trial, t, shared }: Props) {
  const contrast = trial.contrast.value;
  if (!contrast) return null;
  const { late, now, ttl, believed } = contrast;
  return (
    <table>
      <caption>{t('dating.contrastCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('dating.contrastHead')}</th>
          <th scope="col">{dateWords(BACKDATED, t)}</th>
          <th scope="col">{dateWords(0, t)}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('dating.contrastReal', { ttl: ttl[1] })}</th>
          <td>
            <VerdictWord verdict={late} t={shared} />
          </td>
          <td>
            <VerdictWord verdict={now} t={shared} />
          </td>
        </tr>
        <tr>
          <th scope="row">{t('dating.contrastBelieved', { ttl: `−${-BELIEVED_TTL}` })}</th>
          <td>
            <VerdictWord verdict={believed.late} t={shared} />
          </td>
          <td>
            <VerdictWord verdict={believed.now} t={shared} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

export function DatingContrast(props: Props) {
  const { trial, t } = props;
  const text = (date: number) => t('dating.text', { date: dateWords(date, t) });
  return (
    <div class="dating-contrast">
      <p>{t('dating.contrastNote')}</p>
      <button
        type="button"
        aria-disabled={trial.errands.busy.value}
        onClick={() => trial.sendBoth(text(BACKDATED), text(0))}
      >
        {t('dating.sendBoth')}
      </button>
      <Outcome {...props} />
    </div>
  );
}
