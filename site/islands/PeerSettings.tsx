// A peer's settings in short; what changes them comes when they are opened.
import { useState } from 'preact/hooks';
import { TTL_SECONDS } from '#lab/stages/fernet-ttl.ts';
import { signed } from '../chat/clock.ts';
import type { Peer } from '../chat/peer.ts';
import { useBench } from './bench-context.ts';
import { LateSettings } from './late-parts.ts';

export function PeerSettings({ peer }: { readonly peer: Peer }) {
  const { t } = useBench();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(false);
  const password = peer.password.value;
  const offset = signed(peer.offset.value);
  const ttl = peer.ttl.value;
  return (
    <details class="settings" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="unseen">{t('peer.settings', { peer: peer.name })}</span>
        <span class="setting">
          {t('peer.password.summary')}{' '}
          {shown ? (
            password
          ) : (
            <>
              <span aria-hidden="true">{'•'.repeat(password.length)}</span>
              <span class="unseen">{t('peer.password.hidden')}</span>
            </>
          )}
        </span>
        <span class="setting">{t('peer.offset.summary', { offset })}</span>
        {ttl !== TTL_SECONDS && <span class="setting">{t('peer.ttl.summary', { seconds: ttl })}</span>}
        {peer.remembers.value && <span class="setting">{t('peer.remembers.on')}</span>}
        {peer.frozen.value && <span class="setting setting-fault">{t('peer.frozen.on')}</span>}
      </summary>
      {open && <LateSettings peer={peer} shown={shown} onShow={setShown} />}
    </details>
  );
}
