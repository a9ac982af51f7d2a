// The message that the reader follows: its way from hand to eye, the checks it went through, and its bytes by name.
import type { Message } from '../chat/timeline.ts';
import { writeExhibit } from '../notebook/exhibit-form.ts';
import { Attach } from './Attach.tsx';
import { useBench } from './bench-context.ts';
import { Checks } from './Checks.tsx';
import { InspectedLine } from './InspectedLine.tsx';
import sheet from './Inspector.css?url';
import { messageWords } from './piece-words.ts';
import { styleSheet } from './style-sheet.ts';
import { TokenBytes } from './TokenBytes.tsx';
import { useInspectorWords } from './use-inspector-words.ts';
import { Way } from './Way.tsx';

await styleSheet(sheet);

/** Which delivery of a message is looked at, where it was delivered more than once. */
function DeliveryChoice({ message }: { readonly message: Message }) {
  const { reading } = useBench();
  const t = useInspectorWords();
  const count = message.receipts.length;
  if (count < 2) return null;
  return (
    <label>
      {t('inspector.delivery')}{' '}
      <select
        value={reading.delivery.value}
        onChange={({ currentTarget }) => reading.choose(Number(currentTarget.value))}
      >
        {message.receipts.map(({ peer, seq }, i) => (
          <option key={i} value={i}>
            {t('inspector.deliveryOne', { number: i + 1, count, peer, seq })}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Inspector() {
  const { bench, reading, usable } = useBench();
  const t = useInspectorWords();
  // The focus goes to what the reader pressed to come here, or to the like of it: this button ends.
  const close = ({ currentTarget }: { readonly currentTarget: Element }) => {
    const bench = currentTarget.closest('[data-bench]');
    const traces = bench?.querySelectorAll<HTMLElement>('.is-followed > button') ?? [];
    reading.close();
    Array.from(traces).at(-1)?.focus();
  };
  const message = reading.message.value;
  if (!message) return <InspectedLine />;
  const piece = () => {
    const line = reading.line.peek();
    return {
      kind: 'message',
      text: messageWords(message, line, t),
      data: writeExhibit({ message, line }),
    } as const; // one of the kinds that there are
  };
  const receipt = reading.receipt.value;
  const { seq, from, stage } = message;
  const to = receipt?.peer ?? (from === 'gauche' ? 'droite' : 'gauche');
  return (
    <section class="inspector" aria-label={t('bench.inspector')}>
      <header>
        <h3 tabIndex={-1}>{seq === undefined ? t('inspector.nameUnsent') : t('inspector.name', { seq })}</h3>
        <p>
          {t('inspector.way', { from, to })} · {t(`stage.${stage}`)}
        </p>
        {bench.exhibit.value && <em>{t('inspector.exhibit')}</em>}
        <DeliveryChoice message={message} />
        {usable && !bench.exhibit.value && <Attach key={message.id} t={t} piece={piece} />}
        <button type="button" onClick={close}>
          {t('inspector.close')}
        </button>
      </header>
      <Way message={message} />
      {receipt && <Checks receipt={receipt} />}
      <TokenBytes message={message} />
    </section>
  );
}
