// Two messages side by side, or one as it left and as it arrived: field by field, byte by byte, with what differs marked.
import type { Field } from '#lab/stage.ts';
import { pairsOf, starterOf, xorOf } from '../chat/compare.ts';
import { fieldsOf, isSame } from '../chat/follow.ts';
import type { Other } from '../chat/reading.ts';
import type { Message } from '../chat/timeline.ts';
import type { InspectorTranslate } from '../i18n/inspector-words.ts';
import { useBench } from './bench-context.ts';
import { ComparedField } from './ComparedField.tsx';
import sheet from './Comparison.css?url';
import { styleSheet } from './style-sheet.ts';
import { useInspectorWords } from './use-inspector-words.ts';

await styleSheet(sheet);

const ARRIVED = 'arrived';

/** What a message goes by in the list. */
function nameOf(message: Message, veiled: string | undefined, t: InspectorTranslate): string {
  const { seq, from, stage, typed, receipts } = message;
  const text = veiled ?? typed ?? receipts.at(-1)?.text ?? '';
  const words = { from, stage: t(`stage.${stage}`), text: text.length > 24 ? `${text.slice(0, 24)}…` : text };
  return seq === undefined ? t('compare.optionUnsent', words) : t('compare.option', { ...words, seq });
}

/** What the message may be laid beside: itself as it arrived, where that is something else, and all the others. */
function OtherChoice({ message }: { readonly message: Message }) {
  const { bench, reading, t: site } = useBench();
  const t = useInspectorWords();
  const veiled = (one: Message) =>
    bench.veil.hides(one, one.receipts.at(-1)?.text) ? site('message.veiled') : undefined;
  const receipt = reading.receipt.value;
  const other = reading.other.value;
  const others = bench.timeline.value.filter(({ id }) => id !== message.id).toReversed();
  return (
    <label class="compare-with">
      {t('compare.with')}
      <select
        value={typeof other === 'object' ? `id ${other.message}` : (other ?? '')}
        onChange={({ currentTarget: { value } }) =>
          reading.compareWith(value === ARRIVED ? ARRIVED : { message: value.slice('id '.length) })
        }
      >
        {other === undefined && <option value="">{t('compare.choose')}</option>}
        {receipt && !isSame(receipt.payload, message.payload) && (
          <option value={ARRIVED}>{t('compare.arrived', { peer: receipt.peer })}</option>
        )}
        {others.map((one) => (
          <option key={one.id} value={`id ${one.id}`}>
            {nameOf(one, veiled(one), t)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Side {
  readonly label: string;
  readonly fields: readonly Field[];
}

/** The two sides; undefined while there is no second one. */
function useSides(message: Message, other: Other | undefined): readonly [Side, Side] | undefined {
  const { bench, reading } = useBench();
  const t = useInspectorWords();
  const receipt = reading.receipt.value;
  if (other === ARRIVED) {
    if (!receipt) return undefined;
    return [
      { label: t('compare.sentLabel'), fields: fieldsOf(message) },
      { label: t('compare.arrivedLabel'), fields: fieldsOf(message, receipt.payload) },
    ];
  }
  const beside = bench.timeline.value.find(({ id }) => id === other?.message);
  if (!beside) return undefined;
  const labelOf = ({ seq }: Message) =>
    seq === undefined ? t('compare.unsentLabel') : t('message.number', { seq });
  const sideOf = (one: Message) => ({ label: labelOf(one), fields: fieldsOf(one) });
  return [sideOf(message), sideOf(beside)];
}

export function Comparison({ message }: { readonly message: Message }) {
  const { reading } = useBench();
  const t = useInspectorWords();
  const other = reading.other.value;
  const sides = useSides(message, other);
  const pairs = sides ? pairsOf(sides[0].fields, sides[1].fields) : [];
  const starter = starterOf(pairs);
  return (
    <div class="comparison">
      <OtherChoice message={message} />
      {!sides && <p class="compare-hint">{t('compare.hint')}</p>}
      {sides &&
        pairs.map((pair) => (
          <ComparedField
            key={`${typeof other === 'object' ? other.message : other} ${pair.name}`}
            pair={pair}
            labels={[sides[0].label, sides[1].label]}
            starter={xorOf(pair) && starter}
          />
        ))}
    </div>
  );
}
