// One peer's window: who it is, its settings, what it shows, and where it writes.
import { secondsAt, timeOfDay } from '../chat/clock.ts';
import type { Peer } from '../chat/peer.ts';
import { entriesOf } from '../chat/timeline.ts';
import { Bubble } from './Bubble.tsx';
import { useBench } from './bench-context.ts';
import { Composer } from './Composer.tsx';
import { EmptySeat } from './EmptySeat.tsx';
import { PeerSettings } from './PeerSettings.tsx';
import { PresenceNote } from './PresenceNote.tsx';

interface Props {
  readonly peer: Peer;
  readonly partner: Peer;
}

export function PeerWindow({ peer, partner }: Props) {
  const { bench, t, now } = useBench();
  const entries = entriesOf(bench.timeline.value, peer.name);
  const elsewhere = bench.relay.value?.kind === 'socket' && !peer.session.value;
  return (
    <section class="peer" data-peer={peer.name} aria-label={t('peer.window', { peer: peer.name })}>
      <header>
        <h3>{peer.name}</h3>
        <span class="clock" role="img" aria-label={t('peer.clock', { peer: peer.name })}>
          {now === undefined ? '--:--:--' : timeOfDay(secondsAt(now, peer.offset.value))}
        </span>
      </header>
      {elsewhere ? (
        <EmptySeat peer={peer} />
      ) : (
        <>
          <PeerSettings peer={peer} />
          <div class="talk" role="log" aria-label={t('bench.conversation')}>
            <ol>
              {entries.map((entry) => (
                <Bubble key={`${entry.message.id} ${entry.receipt?.seq}`} entry={entry} peer={peer.name} />
              ))}
            </ol>
          </div>
          <PresenceNote peer={peer} />
          <Composer peer={peer} partner={partner} />
        </>
      )}
    </section>
  );
}
