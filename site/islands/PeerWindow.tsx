// One peer's window: who it is, its settings, what it shows, and where it writes.
import { secondsAt, timeOfDay } from '../chat/clock.ts';
import type { Peer } from '../chat/peer.ts';
import { type Entry, entriesOf } from '../chat/timeline.ts';
import { Bubble } from './Bubble.tsx';
import { useBench } from './bench-context.ts';
import { Composer } from './Composer.tsx';
import { LateEmptySeat, LatePresenceNote } from './late-parts.ts';
import { PeerSettings } from './PeerSettings.tsx';
import { Runs } from './Runs.tsx';

interface Props {
  readonly peer: Peer;
  readonly partner: Peer;
}

const nameOf = ({ message, receipt }: Entry) => `${message.id} ${receipt?.seq}`;

function Clock({ peer }: { readonly peer: Peer }) {
  const { t, now } = useBench();
  return (
    <span class="clock" role="img" aria-label={t('peer.clock', { peer: peer.name })}>
      {now === undefined ? '--:--:--' : timeOfDay(secondsAt(now, peer.offset.value))}
    </span>
  );
}

function Talk({ name }: { readonly name: string }) {
  const { bench, t } = useBench();
  return (
    <div class="talk" role="log" aria-label={t('bench.conversation')}>
      <div>
        <Runs
          entries={entriesOf(bench.timeline.value, name)}
          nameOf={nameOf}
          draw={(entry, key) => <Bubble key={key} entry={entry} peer={name} />}
        />
      </div>
    </div>
  );
}

/** A lost line is the relay's matter, and told beside the log. */
function Absence({ peer }: { readonly peer: Peer }) {
  const presence = peer.presence.value;
  if (presence === 'present' || presence === 'connecting' || presence === 'lost') return null;
  return (
    <p class="presence-note" role="status">
      <LatePresenceNote peer={peer} why={presence} />
    </p>
  );
}

export function PeerWindow({ peer, partner }: Props) {
  const { bench, t } = useBench();
  const elsewhere = bench.places.relay.value?.kind === 'socket' && !peer.session.value;
  return (
    <section class="peer" data-peer={peer.name} aria-label={t('peer.window', { peer: peer.name })}>
      <header>
        <h3>{peer.name}</h3>
        <Clock peer={peer} />
      </header>
      {elsewhere ? (
        <LateEmptySeat peer={peer} />
      ) : (
        <>
          <PeerSettings peer={peer} />
          <Talk name={peer.name} />
          <Absence peer={peer} />
          <Composer peer={peer} partner={partner} />
        </>
      )}
    </section>
  );
}
