// One field of two tokens: what is the same, what differs, and of two ciphertexts the XOR.
import { useId, useMemo, useState } from 'preact/hooks';
import { isIdentical, linesOf, type Pair, xorOf } from '../chat/compare.ts';
import { bytesAs } from '../chat/copying.ts';
import type { InspectorTranslate } from '../i18n/inspector-words.ts';
import { ComparedBytes } from './ComparedBytes.tsx';
import { ComparedTable } from './ComparedTable.tsx';
import { CopyMenu } from './CopyMenu.tsx';
import { useInspectorWords } from './use-inspector-words.ts';

type Labels = readonly [first: string, second: string];

const FIRST = 128;
const MORE = 1024;

/** How the two compare, in words. */
function verdict(pair: Pair, labels: Labels, t: InspectorTranslate): string {
  const { first, second, different } = pair;
  if (!first || !second) return t('compare.only', { label: labels[first ? 0 : 1] });
  if (isIdentical(pair)) return t('compare.identical');
  const total = Math.min(first.length, second.length);
  const more = Math.abs(first.length - second.length);
  const differ = t(different === 1 ? 'compare.differOne' : 'compare.differ', { count: different, total });
  if (more === 0) return differ;
  const label = labels[first.length > second.length ? 0 : 1];
  const longer = t(more === 1 ? 'compare.longerOne' : 'compare.longer', { label, count: more });
  return t('compare.differMore', { differ, more: longer });
}

/** What the XOR of two ciphertexts is worth: that depends on the cipher's mode, and on what both began with. */
function Worth({ starter }: { readonly starter: Pair }) {
  const t = useInspectorWords();
  // A counter or a nonce makes a key stream, which cancels out; an IV starts a chain of blocks, which does not.
  const mode = starter.name === 'iv' ? 'chain' : 'stream';
  const worth = `${mode}${isIdentical(starter) ? 'Same' : 'Other'}` as const;
  return <p class="xor-worth">{t(`compare.${worth}`, { field: t(`field.${starter.name}`) })}</p>;
}

interface Props {
  readonly pair: Pair;
  readonly labels: Labels;
  /** what two ciphertexts began with, where both have it */
  readonly starter: Pair | undefined;
}

export function ComparedField({ pair, labels, starter }: Props) {
  const t = useInspectorWords();
  const id = useId();
  const [limit, setLimit] = useState(FIRST);
  const lines = useMemo(() => linesOf(pair, limit), [pair, limit]);
  const words = { first: labels[0], second: labels[1], both: t('compare.both') };
  const legend = lines.map(({ what }) =>
    what === 'xor' || what === 'text' ? t(`compare.${what}`) : words[what],
  );
  const xored = xorOf(pair);
  const left = Math.min(MORE, pair.length - limit);
  const compared = { pair, lines, legend, nameId: `${id}name` };
  return (
    <div class={`field field-${pair.name} ${isIdentical(pair) ? '' : 'field-differs'}`}>
      <p id={compared.nameId} class="field-name">
        {t(`field.${pair.name}`)} <small>{verdict(pair, labels, t)}</small>
      </p>
      <div class="compared">
        <ComparedBytes {...compared} />
        {xored && starter && <Worth starter={starter} />}
        <div class="field-note">
          {pair.length > limit && (
            <button type="button" onClick={() => setLimit(limit + MORE)}>
              {t(left === 1 ? 'inspector.moreOne' : 'inspector.more', { count: left })}
            </button>
          )}
          {xored && (
            <CopyMenu what={[{ name: t('compare.xor'), textIn: (format) => bytesAs(xored, format) }]} />
          )}
          {!isIdentical(pair) && pair.length > 0 && <ComparedTable {...compared} />}
        </div>
      </div>
    </div>
  );
}
