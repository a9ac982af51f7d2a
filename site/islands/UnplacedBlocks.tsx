// The passages that belong to no question: the first of them with a choice each, further ones when they are asked for.
import { useRef, useState } from 'preact/hooks';
import { useSheet } from './sheet-context.ts';
import { UnplacedBlock } from './UnplacedBlock.tsx';

/** At once. A file may bring tens of thousands, and a page with a choice for each would stand still. */
const MOST = 50;

interface Props {
  readonly blocks: readonly string[];
  onPlace(block: number, question: number): void;
  /** absent where they can only be left: before they are part of the sheet */
  onRemove?(block: number): void;
}

export function UnplacedBlocks({ blocks, onPlace, onRemove }: Props) {
  const { s } = useSheet();
  const [shown, setShown] = useState(MOST);
  const list = useRef<HTMLDivElement>(null);
  const rest = blocks.slice(shown);
  const more = Math.min(MOST, rest.length);
  const showMore = () => {
    setShown(shown + more);
    // The button may be gone: who works with the keys goes on at the first passage that has come.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-block="${shown}"] select`)?.focus(),
    );
  };
  return (
    <div ref={list}>
      {blocks.slice(0, shown).map((text, block) => (
        <UnplacedBlock
          key={`${block} ${text}`}
          block={block}
          text={text}
          onPlace={(question) => onPlace(block, question)}
          {...(onRemove ? { onRemove: () => onRemove(block) } : {})}
        />
      ))}
      {rest.length > 0 && (
        <>
          <p class="sheet-acts unplaced-more screen-alone">
            <button type="button" onClick={showMore}>
              {s('sheet.unplaced.more')}
            </button>
            {s('sheet.unplaced.rest', { count: rest.length })}
          </p>
          {onRemove && <p class="as-written paper-alone">{rest.join('\n\n')}</p>}
        </>
      )}
    </div>
  );
}
