// One cell of the matrix: empty until its attack has been run, then what came of it.
import type { AttackName } from '#lab/attacks/matrix.ts';
import type { StageName } from '#lab/stage.ts';
import type { Matrix } from '../experiments/matrix.ts';
import { Mark } from './Mark.tsx';
import { type MatrixWords, outcomeWords } from './matrix-words.ts';

interface Props extends MatrixWords {
  readonly matrix: Matrix;
  readonly attack: AttackName;
  readonly stage: StageName;
}

export function MatrixCell({ matrix, attack, stage, t, m }: Props) {
  const run = matrix.runOf(attack, stage);
  const busy = matrix.busy.value;
  const isBusy = busy?.attack === attack && busy.stage === stage;
  const state = isBusy ? m('matrix.busy') : !run && matrix.isAsked(attack, stage) && m('matrix.waits');
  const names = { attack: m(`attack.${attack}`), stage: t(`stage.${stage}`) };
  const words = run && outcomeWords(run.outcome, { t, m });
  const opened = run !== undefined && matrix.opened.value === run;
  const outcome = words?.by ? `${words.word} ${words.by}` : words?.word;
  const resting = outcome ? m('matrix.cell.open', { ...names, outcome }) : m('matrix.cell.run', names);
  const label = state ? m('matrix.cell.asked', { ...names, state }) : resting;
  return (
    <td data-stage={stage} data-outcome={run?.outcome}>
      <button
        type="button"
        class={`cell ${words ? `cell-${words.kind}` : ''}`}
        aria-pressed={words ? opened : undefined}
        aria-disabled={!run && state !== false}
        aria-label={label}
        onClick={() => {
          if (run) matrix.opened.value = opened ? undefined : run;
          else void matrix.run(attack, stage);
        }}
      >
        {/* Where there is no room for the head of the column; the button's name says it to all others. */}
        <small class="cell-stage">{t(`stage.${stage}`)}</small>
        {state && <small>{state}</small>}
        {!state && words && (
          <>
            <Mark kind={words.kind} />
            <span>{words.word}</span>
            {words.by && <small>{words.by}</small>}
          </>
        )}
        {!state && !words && <span aria-hidden="true">?</span>}
      </button>
    </td>
  );
}
