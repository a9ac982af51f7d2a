// Where a peer writes: Enter sends, Shift and Enter begin a new line.
import type { Peer } from '../chat/peer.ts';
import { useBench } from './bench-context.ts';
import { LateRefusalText } from './late-parts.ts';

interface Props {
  readonly peer: Peer;
  readonly partner: Peer;
}

export function Composer({ peer, partner }: Props) {
  const { t, usable } = useBench();
  const notice = peer.notice.value;
  const sending = peer.sending.value;
  const send = (event: Event) => {
    event.preventDefault();
    void peer.sendDraft();
  };
  return (
    <form class="composer" onSubmit={send}>
      <p class="notice" role="status">
        {sending && <span class="sealing">{t('peer.sealing')}</span>}
        {!sending && notice === 'offline' && t('notice.offline')}
        {!sending && notice && notice !== 'offline' && <LateRefusalText key={notice} code={notice} />}
      </p>
      <textarea
        rows={1}
        value={peer.draft.value}
        disabled={!usable}
        readOnly={sending}
        aria-label={t('peer.write', { peer: partner.name })}
        placeholder={t('peer.write', { peer: partner.name })}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => {
          peer.draft.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
        }}
      />
      <button type="submit" disabled={!usable} aria-disabled={sending}>
        {t('peer.send')}
      </button>
    </form>
  );
}
