// Says why a peer is not in its room, where it is not, and offers the way back.
import type { Peer } from '../chat/peer.ts';
import { useBench } from './bench-context.ts';
import { LateRefusalText } from './late-parts.ts';

export function PresenceNote({ peer }: { readonly peer: Peer }) {
  const { bench, t } = useBench();
  const presence = peer.presence.value;
  // A lost line is the relay's matter, and told beside the log.
  if (presence === 'present' || presence === 'connecting' || presence === 'lost') return null;
  return (
    <p class="presence-note" role="status">
      {presence === 'ended' ? (
        t('relay.ended', { peer: peer.name })
      ) : (
        <LateRefusalText key={presence} code={presence} />
      )}
      {presence === 'ended' && (
        <button type="button" onClick={() => bench.places.takeBack(peer.name)}>
          {t('relay.takeBack')}
        </button>
      )}
    </p>
  );
}
