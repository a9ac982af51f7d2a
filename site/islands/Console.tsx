// The server's chair: what the relay does of itself, what has passed through it, and what the reader does by hand.
import { useEffect, useState } from 'preact/hooks';
import type { Payload } from '#server/payload.ts';
import type { Operator } from '../chat/operator.ts';
import { useBench } from './bench-context.ts';
import consoleSheet from './Console.css?url';
import { Forge } from './Forge.tsx';
import inspectorSheet from './Inspector.css?url';
import { Invention } from './Invention.tsx';
import { MalloryJournal } from './MalloryJournal.tsx';
import { RelayMessages } from './RelayMessages.tsx';
import { Risen, waitsFor } from './Risen.tsx';
import { RuleForm } from './RuleForm.tsx';
import { styleSheet } from './style-sheet.ts';
import { useChairWords } from './use-chair-words.ts';

// The forge shows bytes as the inspector does.
await Promise.all([styleSheet(inspectorSheet), styleSheet(consoleSheet)]);

/** The chair is not this page's, or not any more: why, and what can be done about it. */
function NotSeated({ chair }: { readonly chair: Operator }) {
  const { bench } = useBench();
  const t = useChairWords();
  const presence = chair.presence.value;
  if (presence === 'connecting' || presence === 'lost' || presence === 'present') return null;
  return (
    <p class="notice" role="status">
      {t(presence === 'ended' || presence === 'moved' ? `console.${presence}` : `notice.${presence}`)}
      {presence === 'SEAT_TAKEN' && ` ${t('console.waits')}`}
      <button type="button" onClick={() => bench.chair.sitAgain()}>
        {t(presence === 'ended' ? 'relay.takeBack' : 'console.retry')}
      </button>
    </p>
  );
}

/** All that can be done from the chair. */
function Tools({ chair }: { readonly chair: Operator }) {
  const { bench } = useBench();
  const t = useChairWords();
  const [invention, setInvention] = useState<{ readonly start: Payload }>();
  const followed = bench.exhibit.value ? undefined : bench.followed(); // what is in a notebook was carried elsewhere
  const target = chair.seen.value.find(({ seq }) => seq === followed?.seq);
  useEffect(() => setInvention(undefined), [followed?.seq]);
  const choose = (seq: number | undefined) => {
    setInvention(undefined);
    if (seq === undefined) bench.selected.value = undefined;
    else bench.follow(seq);
  };
  const copy = (start: Payload) => setInvention({ start });
  return (
    <>
      <RuleForm chair={chair} />
      <RelayMessages chair={chair} onChoose={choose} onInvent={() => copy('')} />
      {invention ? (
        <Invention chair={chair} start={invention.start} onClose={() => setInvention(undefined)} />
      ) : target ? (
        <Forge
          key={target.seq}
          chair={chair}
          target={target}
          stage={followed?.stage ?? bench.stage.value}
          onCopy={copy}
        />
      ) : (
        <p class="console-hint">{t('console.choose')}</p>
      )}
    </>
  );
}

/** What became of the last order, where that is nothing. */
function OrderNotice({ chair }: { readonly chair: Operator }) {
  const t = useChairWords();
  const notice = chair.notice.value;
  const lost = chair.presence.value === 'lost';
  return (
    <p class="notice order-notice" role="status">
      {notice ? t(`notice.${notice}`) : lost && t('relay.trying')}
    </p>
  );
}

export function Console() {
  const { bench } = useBench();
  const t = useChairWords();
  const chair = bench.chair.operator.value;
  const [left, setLeft] = useState(0);
  if (!chair) return <Risen left={left} />;
  const choice = bench.places.relay.value;
  const isWholePage = choice?.kind === 'socket' && !choice.class && choice.peer === 'serveur';
  const presence = chair.presence.value;
  const waits = presence === 'SEAT_TAKEN';
  const isOurs = presence === 'connecting' || presence === 'lost' || presence === 'present';
  const leave = ({ currentTarget }: { readonly currentTarget: Element }) => {
    const root = currentTarget.closest('[data-bench]');
    setLeft(isWholePage ? 0 : waitsFor(chair));
    if (isWholePage) bench.places.closeRoom();
    else bench.chair.rise();
    requestAnimationFrame(() => root?.querySelector<HTMLElement>('.console-offer > button')?.focus());
  };
  return (
    <section class="console" data-console aria-label={t('console.name')}>
      <header>
        <h3 tabIndex={-1}>{t(isOurs ? 'console.name' : 'console.notYours')}</h3>
        <button type="button" onClick={leave}>
          {t(isWholePage ? 'console.leaveRoom' : waits ? 'console.stopWaiting' : 'console.leave')}
        </button>
      </header>
      <NotSeated chair={chair} />
      {chair.isSeated() && <Tools chair={chair} />}
      <MalloryJournal entries={chair.journal.value} />
      <OrderNotice chair={chair} />
    </section>
  );
}
