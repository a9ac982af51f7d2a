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
  const names = { attack: m(`attack.${attack}`), stage: t(`stage.${stage}`) };
  const words = run && outcomeWords(run.outcome, { t, m });
  const opened = run !== undefined && matrix.opened.value === run;
  return (
    <td data-stage={stage} data-outcome={run?.outcome}>
      <button
        type="button"
        class={`cell ${words ? `cell-${words.kind}` : ''}`}
        aria-pressed={words ? opened : undefined}
        aria-disabled={busy !== undefined}
        aria-label={
          words
            ? m('matrix.cell.open', {
                ...names,
                outcome: words.by ? `${words.word} ${words.by}` : words.word,
              })
            : m('matrix.cell.run', names)
        }
        onClick={() => {
          if (run) matrix.opened.value = opened ? undefined : run;
          else void matrix.run(attack, stage);
        }}
      >
        {/* Where there is no room for the head of the column; the button's name says it to all others. */}
        <small class="cell-stage">{t(`stage.${stage}`)}</small>
        {isBusy && <small>{m('matrix.cell.busy')}</small>}
        {!isBusy && words && (
          <>
            <Mark kind={words.kind} />
            <span>{words.word}</span>
            {words.by && <small>{words.by}</small>}
          </>
        )}
        {!isBusy && !words && <span aria-hidden="true">?</span>}
      </button>
    </td>
  );
}
