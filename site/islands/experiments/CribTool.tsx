// A guessed word, laid onto the XOR by a slider or from a list, and the claim that it stands there.
import type { Fit } from '#lab/attacks/keystream-reuse.ts';
import { utf8 } from '#lab/bytes.ts';
import type { PrimitivesTrial } from '../../experiments/06-primitives.ts';
import { legible } from '../../experiments/message-pair.ts';
import { Mark } from '../Mark.tsx';
import { Dial } from './Dial.tsx';
import type { PrimitivesWords } from './primitives-words.ts';
import { TextField } from './TextField.tsx';
import { XorStrip } from './XorStrip.tsx';

interface Props {
  readonly trial: PrimitivesTrial;
  readonly t: PrimitivesWords;
}

function Fits({ trial, t }: Props) {
  const laid = trial.fit();
  return (
    <table class="fits">
      <caption>{t('primitives.fits')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('primitives.fits.ordinal')}</th>
          <th scope="col">{t('primitives.fits.piece')}</th>
          <th scope="col">{t('primitives.fits.share')}</th>
        </tr>
      </thead>
      <tbody>
        {trial.likelyFits().map((fit) => (
          <tr key={fit.offset}>
            <td>
              <button type="button" aria-pressed={fit === laid} onClick={() => trial.place(fit.offset)}>
                {t('primitives.fits.place', { ordinal: fit.offset + 1 })}
              </button>
            </td>
            <td class="piece">{t('primitives.quoted', { piece: legible(fit.text) })}</td>
            <td>{t('primitives.percent', { percent: Math.round(100 * fit.wordShare) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Position({ trial, fit, t }: Props & { readonly fit: Fit }) {
  const ordinal = fit.offset + 1;
  const sentence = t('primitives.there', { ordinal, crib: trial.crib.value, piece: legible(fit.text) });
  return (
    <>
      <div class="exp-row position">
        <Dial
          label={t('primitives.position')}
          least={1}
          most={trial.fits.value.length}
          value={ordinal}
          words={t('primitives.ordinal', { ordinal })}
          spoken={sentence}
          onValue={(value) => trial.place(value - 1)}
        />
        <button type="button" aria-label={t('primitives.back')} onClick={() => trial.place(fit.offset - 1)}>
          ←
        </button>
        <button type="button" aria-label={t('primitives.on')} onClick={() => trial.place(fit.offset + 1)}>
          →
        </button>
      </div>
      <p class="there">{sentence}</p>
      <Fits trial={trial} t={t} />
      <button type="button" class="exp-act" onClick={() => trial.claim()}>
        {t('primitives.claim', { ordinal })}
      </button>
    </>
  );
}

export function CribTool({ trial, t }: Props) {
  const pair = trial.pair.value;
  const fit = trial.fit();
  const verdict = trial.verdict();
  const { hint } = trial.secret;
  if (!pair) return null;
  const { length } = utf8(trial.crib.value);
  const tooLong = length > pair.xor.length;
  return (
    <>
      <p>{trial.isSecret() ? t('primitives.hint', { hint }) : t('primitives.guess')}</p>
      <TextField label={t('primitives.crib')} signal={trial.crib} size={16} />
      <XorStrip bytes={pair.xor} crib={trial.crib.value} fit={fit} t={t} />
      <small>{t('primitives.legend')}</small>
      {tooLong && <p role="status">{t('primitives.tooLong', { length, count: pair.xor.length })}</p>}
      {fit && <Position trial={trial} fit={fit} t={t} />}
      <p role="status" class="verdict">
        {verdict && <Mark kind={verdict === 'wrong' ? 'stale' : 'readable'} />}{' '}
        {verdict && t(`verdict.${verdict}`)}
      </p>
    </>
  );
}
