// How a peer keeps to the protocol: the age that it accepts, what it remembers, and the fault of an IV drawn only once.
import { useId, useState } from 'preact/hooks';
import { MAX_TTL_SECONDS, type Peer } from '../chat/peer.ts';
import { useBench } from './bench-context.ts';

export function ProtocolSettings({ peer }: { readonly peer: Peer }) {
  const { t, usable } = useBench();
  const [forgotten, setForgotten] = useState(false);
  const id = useId();
  const value = t('peer.ttl.value', { seconds: peer.ttl.value });
  return (
    <>
      <label for={`${id}ttl`}>{t('peer.ttl')}</label>
      <div class="offset">
        <input
          id={`${id}ttl`}
          type="range"
          min={1}
          max={MAX_TTL_SECONDS}
          value={peer.ttl.value}
          disabled={!usable}
          aria-valuetext={value}
          onInput={({ currentTarget }) => {
            peer.ttl.value = currentTarget.valueAsNumber;
          }}
        />
        <output for={`${id}ttl`}>{value}</output>
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={peer.remembers.value}
          disabled={!usable}
          onChange={({ currentTarget }) => {
            peer.remembers.value = currentTarget.checked;
          }}
        />
        {t('peer.remembers')}
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={peer.frozen.value}
          disabled={!usable}
          onChange={({ currentTarget }) => {
            peer.frozen.value = currentTarget.checked;
          }}
        />
        {t('peer.frozen')}
      </label>
      <p class="forget">
        <button
          type="button"
          disabled={!usable}
          onClick={() => {
            peer.forget();
            setForgotten(true);
          }}
        >
          {t('peer.forget')}
        </button>
        <span role="status">{forgotten && t('peer.forget.done')}</span>
      </p>
    </>
  );
}
