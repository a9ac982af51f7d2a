// A peer's settings: the password it derives its key from, its clock, and how it keeps to the protocol.
import { useId, useState } from 'preact/hooks';
import { TTL_SECONDS } from '#lab/stages/fernet-ttl.ts';
import { MAX_OFFSET_SECONDS, signed } from '../chat/clock.ts';
import type { Peer } from '../chat/peer.ts';
import { useBench } from './bench-context.ts';
import { LateProtocolSettings } from './late-parts.ts';

export function PeerSettings({ peer }: { readonly peer: Peer }) {
  const { t, usable } = useBench();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(false);
  const id = useId();
  const password = peer.password.value;
  const offset = signed(peer.offset.value);
  const ttl = peer.ttl.value;
  const type = shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const);
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
      <label for={`${id}password`}>{t('peer.password')}</label>
      <div class="password">
        <input
          id={`${id}password`}
          {...type}
          value={password}
          disabled={!usable}
          autocomplete="off"
          aria-describedby={`${id}hint`}
          onInput={({ currentTarget }) => {
            peer.password.value = currentTarget.value;
          }}
        />
        <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t('peer.password.show')}
        </button>
      </div>
      <p id={`${id}hint`}>{t('peer.password.hint')}</p>
      <label for={`${id}offset`}>{t('peer.offset')}</label>
      <div class="offset">
        <input
          id={`${id}offset`}
          type="range"
          min={-MAX_OFFSET_SECONDS}
          max={MAX_OFFSET_SECONDS}
          step={1}
          value={peer.offset.value}
          disabled={!usable}
          aria-valuetext={t('peer.offset.value', { offset })}
          onInput={({ currentTarget }) => {
            peer.offset.value = currentTarget.valueAsNumber;
          }}
        />
        <output for={`${id}offset`}>{t('peer.offset.value', { offset })}</output>
      </div>
      {open && <LateProtocolSettings peer={peer} />}
    </details>
  );
}
