// One peer's window: who it is, its settings, what it shows, and where it writes.
import { type ReadonlySignal, useComputed } from '@preact/signals';
import { secondsAt, timeOfDay } from '../chat/clock.ts';
import type { Peer } from '../chat/peer.ts';
import { type Entry, entriesOf } from '../chat/timeline.ts';
import { Bubble } from './Bubble.tsx';
import { useBench } from './bench-context.ts';
import { Composer } from './Composer.tsx';
import { LateEmptySeat } from './late-parts.ts';
import { PeerSettings } from './PeerSettings.tsx';
import { PresenceNote } from './PresenceNote.tsx';
import { Runs } from './Runs.tsx';

interface Props {
  readonly peer: Peer;
  readonly partner: Peer;
}

/** With more than these a window is full, however short they are: it has its greatest height, which need not be measured. */
const FULL = 10;

const nameOf = ({ message, receipt }: Entry) => `${message.id} ${receipt?.seq}`;

function Clock({ peer }: { readonly peer: Peer }) {
  const { t, now } = useBench();
  return (
    <span class="clock" role="img" aria-label={t('peer.clock', { peer: peer.name })}>
      {now === undefined ? '--:--:--' : timeOfDay(secondsAt(now, peer.offset.value))}
    </span>
  );
}

interface TalkProps {
  readonly name: string;
  readonly entries: ReadonlySignal<readonly Entry[]>;
}

function Talk({ name, entries }: TalkProps) {
  const { t } = useBench();
  return (
    <div class="talk" role="log" aria-label={t('bench.conversation')}>
      <div>
        <Runs
          entries={entries.value}
          nameOf={nameOf}
          draw={(entry, key) => <Bubble key={key} entry={entry} peer={name} />}
        />
      </div>
    </div>
  );
}

export function PeerWindow({ peer, partner }: Props) {
  const { bench, t } = useBench();
  const elsewhere = bench.places.relay.value?.kind === 'socket' && !peer.session.value;
  const entries = useComputed(() => entriesOf(bench.timeline.value, peer.name));
  const isFull = useComputed(() => entries.value.length > FULL).value && !elsewhere;
  return (
    <section
      class={`peer ${isFull ? 'is-full' : ''}`}
      data-peer={peer.name}
      aria-label={t('peer.window', { peer: peer.name })}
    >
      <header>
        <h3>{peer.name}</h3>
        <Clock peer={peer} />
      </header>
      {elsewhere ? (
        <LateEmptySeat peer={peer} />
      ) : (
        <>
          <PeerSettings peer={peer} />
          <Talk name={peer.name} entries={entries} />
          <PresenceNote peer={peer} />
          <Composer peer={peer} partner={partner} />
        </>
      )}
    </section>
  );
}
