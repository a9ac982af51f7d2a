// Says why a peer is not in its room, and offers the way back.

import type { RefusalCode } from '#server/refusal.ts';
import type { Peer } from '../chat/peer.ts';
import { useBench } from './bench-context.ts';
import { RefusalText } from './RefusalText.tsx';
import { useSettingsWords } from './use-settings-words.ts';

interface Props {
  readonly peer: Peer;
  /** whether another page has taken the place; or what the relay refused */
  readonly why: 'ended' | RefusalCode;
}

export function PresenceNote({ peer, why }: Props) {
  const { bench } = useBench();
  const t = useSettingsWords();
  if (why !== 'ended') return <RefusalText code={why} />;
  return (
    <>
      {t('relay.ended', { peer: peer.name })}
      <button type="button" onClick={() => bench.places.takeBack(peer.name)}>
        {t('relay.takeBack')}
      </button>
    </>
  );
}
