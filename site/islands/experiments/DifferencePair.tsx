// Two tokens of two stages, side by side, and what the reader says of their structure.
import { useId } from 'preact/hooks';
import { toHex } from '#lab/bytes.ts';
import type { Field, FieldName } from '#lab/stage.ts';
import { COMPARED, type DifferenceTrial } from '../../experiments/12-difference.ts';
import type { Translate } from '../../i18n/strings.ts';
import { Mark } from '../Mark.tsx';
import type { DifferenceSay } from './difference-words.ts';

/** As many bytes of a field as a narrow column shows. */
const SHOWN_BYTES = 4;

/** The first bytes of a field; the last ones of a timestamp, where it differs from another of this century. */
function excerpt({ name, bytes }: Field): string {
  const isCut = bytes.length > SHOWN_BYTES;
  const part = name === 'timestamp' ? bytes.subarray(-SHOWN_BYTES) : bytes.subarray(0, SHOWN_BYTES);
  const hex = Array.from(part, (_, i) => toHex(part.subarray(i, i + 1))).join(' ');
  if (!isCut) return hex;
  return name === 'timestamp' ? `… ${hex}` : `${hex} …`;
}

function placeOf({ offset, bytes }: Field, t: DifferenceSay): string {
  const [first, last] = [offset + 1, offset + bytes.length];
  return t(first === last ? 'difference.placeOne' : 'difference.place', { first, last });
}

interface Props {
  readonly trial: DifferenceTrial;
  readonly t: DifferenceSay;
  readonly main: Translate;
}

function Verdict({ trial, t, main }: Props) {
  const said = trial.said.value;
  const fields = said?.map((name) => main(`field.${name}`)).join(', ') ?? '';
  return (
    <p role="status">
      {said && trial.isRight() && (
        <>
          <Mark kind="sealed" /> {t('difference.right')}
        </>
      )}
      {said && !trial.isRight() && (
        <>
          <Mark kind="tampered" /> {t('difference.wrong', { fields })}
        </>
      )}
    </p>
  );
}

/** Same or not: two radio buttons, none of them chosen beforehand. */
function Judging({ trial, name, t, main }: Props & { readonly name: FieldName }) {
  const group = useId();
  const judged = trial.judged.value.get(name);
  return [false, true].map((differs) => (
    <td key={String(differs)}>
      <input
        type="radio"
        name={group}
        checked={judged === differs}
        aria-label={t(differs ? 'difference.saysDiffers' : 'difference.saysSame', {
          field: main(`field.${name}`),
        })}
        onChange={() => trial.judge(name, differs)}
      />
    </td>
  ));
}

export function DifferencePair({ trial, t, main }: Props) {
  const pair = trial.pair();
  if (!pair) return null;
  const left = trial.left() ?? 0;
  const answer = (event: Event) => {
    event.preventDefault();
    trial.answer();
  };
  return (
    <form class="difference-pair" onSubmit={answer}>
      <table>
        <caption>{t('difference.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('difference.field')}</th>
            {COMPARED.map((stage) => (
              <th key={stage} scope="col">
                {t(`difference.${stage}`)}
              </th>
            ))}
            <th scope="col">{t('difference.same')}</th>
            <th scope="col">{t('difference.differs')}</th>
          </tr>
        </thead>
        <tbody>
          {pair.fernet.map(({ name }, i) => (
            <tr key={name} class={`field-${name}`}>
              <th scope="row">{main(`field.${name}`)}</th>
              {COMPARED.map((stage) => {
                const field = pair[stage][i];
                return (
                  <td key={stage}>
                    <code>{field && excerpt(field)}</code>
                    <small>{field && placeOf(field, t)}</small>
                  </td>
                );
              })}
              <Judging name={name} trial={trial} t={t} main={main} />
            </tr>
          ))}
        </tbody>
      </table>
      <button type="submit" class="exp-act" disabled={left > 0}>
        {t('difference.answer')}
      </button>
      {left > 0 && <small>{t(left === 1 ? 'difference.leftOne' : 'difference.left', { count: left })}</small>}
      <Verdict trial={trial} t={t} main={main} />
    </form>
  );
}
