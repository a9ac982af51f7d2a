// The message that the reader follows: its way from hand to eye, the checks it went through, and its bytes by name.
import { useComputed } from '@preact/signals';
import { Component, type ComponentType } from 'preact';
import type { Message } from '../chat/timeline.ts';
import { writeExhibit } from '../notebook/exhibit-form.ts';
import { Attach } from './Attach.tsx';
import { useBench } from './bench-context.ts';
import { Checks } from './Checks.tsx';
import { InspectedLine } from './InspectedLine.tsx';
import sheet from './Inspector.css?url';
import { messageWords } from './piece-words.ts';
import type { Sight } from './sight.ts';
import { styleSheet } from './style-sheet.ts';
import { TokenBytes } from './TokenBytes.tsx';
import { useInTurn } from './use-in-turn.ts';
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

const PARTS: readonly ComponentType<Sight>[] = [Way, Checks, TokenBytes];

interface InTurnProps {
  readonly Part: ComponentType<Sight>;
  readonly sight: Sight | undefined;
}

/** Is drawn anew with what it shows, and not with the others. */
class InTurn extends Component<InTurnProps> {
  override shouldComponentUpdate({ sight }: InTurnProps): boolean {
    return sight !== this.props.sight;
  }

  override render({ Part, sight }: InTurnProps) {
    return sight && <Part {...sight} />;
  }
}

/** Its head answers who follows a message; the parts come in the frames after that. */
function Followed({ sight }: { readonly sight: Sight }) {
  const { bench, reading, usable, still } = useBench();
  const t = useInspectorWords();
  // The focus goes to what the reader pressed to come here, or to the like of it: this button ends.
  const close = ({ currentTarget }: { readonly currentTarget: Element }) => {
    const bench = currentTarget.closest('[data-bench]');
    const traces = bench?.querySelectorAll<HTMLElement>('.is-followed > button') ?? [];
    reading.close();
    Array.from(traces).at(-1)?.focus();
  };
  const { message, receipt, line } = sight;
  const shown = useInTurn(sight, PARTS.length, still);
  const piece = () => {
    return {
      kind: 'message',
      text: messageWords(message, line, t),
      data: writeExhibit({ message, line }),
    } as const; // one of the kinds that there are
  };
  const { seq, from, stage } = message;
  const to = receipt?.peer ?? (from === 'gauche' ? 'droite' : 'gauche');
  return (
    <section
      class="inspector"
      aria-label={t('bench.inspector')}
      aria-busy={shown.some((one) => one !== sight)}
    >
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
      {PARTS.map((Part, i) => (
        <InTurn key={i} Part={Part} sight={shown[i]} />
      ))}
    </section>
  );
}

export function Inspector() {
  const { message, receipt, line } = useBench().reading;
  const sight = useComputed(
    () => message.value && { message: message.value, receipt: receipt.value, line: line.value },
  ).value;
  return sight ? <Followed sight={sight} /> : <InspectedLine />;
}
