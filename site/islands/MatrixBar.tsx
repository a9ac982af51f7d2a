// What is above the matrix: how much of it is filled, and what fills, stops or empties all of it.
import { stageNames } from '#lab/stages.ts';
import { GROUPS, type Matrix } from '../experiments/matrix.ts';
import type { MatrixWords } from './matrix-words.ts';

const CELLS = GROUPS.reduce((sum, { attacks }) => sum + attacks.length, 0) * stageNames.length;

interface Props extends MatrixWords {
  readonly matrix: Matrix;
}

/** How far the rows are, by the groups of the table: each cell would be too much to hear. */
function progressOf({ matrix, m }: Props): string {
  const state = matrix.rows.value;
  if (state === 'running') {
    const attack = matrix.busy.value?.attack;
    const group = GROUPS.find(({ attacks }) => attacks.some((row) => row.attack === attack));
    return group ? m('matrix.running', { group: m(`matrix.group.${group.name}`) }) : '';
  }
  if (state === 'ended') return m('matrix.ended', { done: matrix.runs.value.length });
  return state ? m('matrix.stopped') : '';
}

export function MatrixBar({ matrix, ...words }: Props) {
  const { m } = words;
  const done = matrix.runs.value.length;
  const hasEmpty = matrix.empty().length > 0;
  const waits = matrix.waiting.value.length > 0;
  return (
    <div class="matrix-bar">
      <span>{m('matrix.progress', { done, all: CELLS })}</span>
      {/* None of them is disabled: whoever has pressed it stays there. */}
      <button type="button" aria-disabled={!hasEmpty} onClick={() => hasEmpty && void matrix.runEmpty()}>
        {m('matrix.runEmpty')}
      </button>
      <button type="button" aria-disabled={!waits} onClick={() => matrix.stop()}>
        {m('matrix.stop')}
      </button>
      <button type="button" aria-disabled={done === 0} onClick={() => done > 0 && matrix.clear()}>
        {m('matrix.clear')}
      </button>
      <span role="status">{progressOf({ matrix, ...words })}</span>
    </div>
  );
}
