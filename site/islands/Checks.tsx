// The checks that a message went through at its reader, in order, and how each went.

import type { Receipt } from '../chat/session.ts';
import { Mark, type MarkKind } from './Mark.tsx';
import type { Sight } from './sight.ts';
import { useInspectorWords } from './use-inspector-words.ts';

const MARKS: Readonly<Record<Receipt['checks'][number]['result'], MarkKind | undefined>> = {
  passed: 'sealed',
  failed: 'stale',
  'not reached': undefined,
};

export function Checks({ receipt }: Pick<Sight, 'receipt'>) {
  const t = useInspectorWords();
  if (!receipt) return null;
  const { peer, checks } = receipt;
  return (
    <>
      <div class="part-head">
        <h4>{t('inspector.checks', { peer })}</h4>
        <p>{t('inspector.checksNote', { peer })}</p>
      </div>
      <ol class="checks">
        {checks.map(({ name, result }) => {
          const mark = MARKS[result];
          return (
            <li key={name} class={`check-${result.replace(' ', '-')}`}>
              {mark ? <Mark kind={mark} /> : <span class="mark" />}
              <span>{t(`check.${name}`)}</span>
              <em>{t(`check.${result}`)}</em>
            </li>
          );
        })}
      </ol>
    </>
  );
}
