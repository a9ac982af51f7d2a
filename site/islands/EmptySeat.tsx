// The window of a peer that another page holds, or nobody yet: the link that invites, and the way to hold it here.
import type { Peer } from '../chat/peer.ts';
import { writeInvitation } from '../chat/relay-choice.ts';
import { useBench } from './bench-context.ts';
import { useSettingsWords } from './use-settings-words.ts';

export function EmptySeat({ peer }: { readonly peer: Peer }) {
  const { bench } = useBench();
  const t = useSettingsWords();
  const choice = bench.places.relay.value;
  if (choice?.kind !== 'socket') return null;
  const present = bench.users.value.includes(peer.name);
  const invitation = writeInvitation({ room: choice.room, peer: peer.name });
  const link = `${location.origin}${location.pathname}${invitation}`;
  return (
    <div class="empty-seat">
      {present ? (
        <p>{t('pair.elsewhere', { peer: peer.name })}</p>
      ) : choice.class ? (
        <p>{t('pair.awayInClass', { peer: peer.name })}</p>
      ) : (
        <>
          <p>{t(bench.places.isLocal() ? 'pair.awayHere' : 'pair.away', { peer: peer.name })}</p>
          <a
            href={link}
            target="_blank"
            rel="noopener"
            aria-label={t('pair.link', { peer: peer.name, link })}
          >
            {link}
          </a>
          <button type="button" onClick={() => bench.places.hold(peer.name)}>
            {t('pair.hold', { peer: peer.name })}
          </button>
        </>
      )}
    </div>
  );
}
