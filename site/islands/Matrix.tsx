// The matrix on the screen: attacks down, stages across, and the trace of the cell that the reader has opened.
import { useEffect, useMemo } from 'preact/hooks';
import type { AttackName } from '#lab/attacks/matrix.ts';
import type { StageName } from '#lab/stage.ts';
import { stageNames } from '#lab/stages.ts';
import { Keyring } from '../chat/keyring.ts';
import { GROUPS, Matrix as MatrixState, type Place } from '../experiments/matrix.ts';
import { addressOf } from '../i18n/addresses.ts';
import type { Lang } from '../i18n/langs.ts';
import { MatrixBar } from './MatrixBar.tsx';
import { MatrixCell } from './MatrixCell.tsx';
import { MatrixTrace } from './MatrixTrace.tsx';
import { type MatrixWords, matrixWords } from './matrix-words.ts';
import './Matrix.css';

interface Props {
  readonly base: string;
  readonly lang: Lang;
}

/** Runs a row, or says that it runs or will: several may be asked for, one after the other. */
function RowButton({
  matrix,
  attack,
  m,
}: MatrixWords & { readonly matrix: MatrixState; attack: AttackName }) {
  const state = matrix.stateOfRow(attack);
  const act = m(state ? `matrix.${state}` : 'matrix.row');
  return (
    <button
      type="button"
      aria-disabled={state !== undefined}
      aria-label={m('matrix.row.label', { act, attack: m(`attack.${attack}`) })}
      onClick={() => state ?? void matrix.runRow(attack)}
    >
      {act}
    </button>
  );
}

export default function Matrix({ base, lang }: Props) {
  const matrix = useMemo(() => new MatrixState(new Keyring()), []);
  useEffect(() => matrix.load(), []);
  const say = matrixWords(lang);
  const { t, m } = say;
  const row = (attack: AttackName, place: Place) => (
    <tr key={attack} data-attack={attack}>
      <th scope="row">
        <span>{m(`attack.${attack}`)}</span> {/* a space, for who reads the text alone */}
        {typeof place === 'number' && (
          <a href={addressOf(base, lang, place)}>{m('matrix.question', { number: place })}</a>
        )}
        {place === 'au-dela' && <a href={addressOf(base, lang, 'beyond')}>{m('matrix.beyond')}</a>}
        {place === 'oracle' && <a href="#oracle">{m('matrix.oracle')}</a>}
        <RowButton matrix={matrix} attack={attack} {...say} />
      </th>
      {stageNames.map((stage: StageName) => (
        <MatrixCell key={stage} matrix={matrix} attack={attack} stage={stage} {...say} />
      ))}
    </tr>
  );
  return (
    <div class="matrix" data-matrix>
      <MatrixBar matrix={matrix} {...say} />
      {matrix.failed.value && <p role="alert">{m('matrix.failed')}</p>}
      {!matrix.kept.value && <p role="status">{m('matrix.notKept')}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{m('matrix.attack')}</th>
            {stageNames.map((stage) => (
              <th key={stage} scope="col">
                {t(`stage.${stage}`)}
              </th>
            ))}
          </tr>
        </thead>
        {GROUPS.map(({ name, attacks }) => (
          <tbody key={name}>
            <tr class="matrix-group">
              <th scope="rowgroup" colSpan={1 + stageNames.length}>
                {m(`matrix.group.${name}`)}{' '}
              </th>
            </tr>
            {attacks.map(({ attack, place }) => row(attack, place))}
          </tbody>
        ))}
      </table>
      <MatrixTrace matrix={matrix} {...say} />
    </div>
  );
}
