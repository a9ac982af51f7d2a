// Below the matrix: the padding oracle, and a hash in the place of a HMAC, each on three ways to seal.
import { useMemo } from 'preact/hooks';
import type { OracleTarget } from '#lab/attacks/beyond-stages.ts';
import type { VariantName } from '#lab/attacks/ctr-checked.ts';
import { BeyondStages as BeyondState } from '../experiments/beyond-stages.ts';
import { beyondWords } from '../i18n/beyond-words.ts';
import type { Lang } from '../i18n/langs.ts';
import { HashTold } from './HashTold.tsx';
import { OracleTold } from './OracleTold.tsx';
import './BeyondStages.css';

const ORACLES = ['ctr', 'cbc', 'cbc-hmac'] as const satisfies readonly OracleTarget[];
const HASHES = ['ctr', 'ctr-sha256', 'ctr-hmac'] as const satisfies readonly VariantName[];

/** Milliseconds for which each byte that the oracle gives stands alone. */
const PAUSE_MS = 45;
const pause = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : PAUSE_MS);

export default function BeyondStages({ lang }: { readonly lang: Lang }) {
  const state = useMemo(() => new BeyondState(), []);
  const b = beyondWords(lang);
  const run = (label: string, act: () => Promise<void>) => (
    <button type="button" aria-label={label} aria-disabled={state.busy.value} onClick={() => void act()}>
      {b('beyond.run')}
    </button>
  );
  return (
    <div class="beyond">
      {state.failed.value && <p role="alert">{b('beyond.failed')}</p>}
      <section id="oracle" aria-labelledby="oracle-title">
        <h3 id="oracle-title">{b('beyond.oracle')}</h3>
        <p>{b('beyond.oracle.note')}</p>
        <ul>
          {ORACLES.map((target) => {
            const told = state.oracles.value.get(target);
            const name = b(`beyond.oracle.${target}`);
            return (
              <li key={target} data-oracle={target}>
                <h4>{name}</h4>
                {run(b('beyond.run.oracle', { name }), () => state.ask(target, pause()))}
                {told && <OracleTold target={target} told={told} b={b} />}
              </li>
            );
          })}
        </ul>
      </section>
      <section aria-labelledby="hash-title">
        <h3 id="hash-title">{b('beyond.hash')}</h3>
        <p>{b('beyond.hash.note')}</p>
        <ul>
          {HASHES.map((target) => {
            const told = state.hashes.value.get(target);
            const name = b(`beyond.hash.${target}`);
            return (
              <li key={target} data-hash={target}>
                <h4>{name}</h4>
                {run(b('beyond.run.hash', { name }), () => state.forge(target))}
                {told && <HashTold told={told} b={b} />}
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
