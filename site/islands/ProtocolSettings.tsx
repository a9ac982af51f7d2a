// How a peer keeps to the protocol: the age that it accepts, the copies that it refuses, and the fault of an IV drawn only once.
import { useId, useState } from 'preact/hooks';
import { MAX_TTL_SECONDS, type Peer } from '../chat/peer.ts';
import { useBench } from './bench-context.ts';
import { useSettingsWords } from './use-settings-words.ts';

interface Props {
  readonly peer: Peer;
}

function Lifetime({ peer }: Props) {
  const { usable } = useBench();
  const t = useSettingsWords();
  const id = useId();
  const value = t('peer.ttl.value', { seconds: peer.ttl.value });
  return (
    <>
      <label for={id}>{t('peer.ttl')}</label>
      <div class="offset">
        <input
          id={id}
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
        <output for={id}>{value}</output>
      </div>
    </>
  );
}

function MemorySettings({ peer }: Props) {
  const { usable } = useBench();
  const t = useSettingsWords();
  const [forgotten, setForgotten] = useState(0);
  return (
    <>
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
      <p class="forget">
        <button
          type="button"
          disabled={!usable}
          onClick={() => {
            peer.forget();
            setForgotten(forgotten + 1);
          }}
        >
          {t('peer.forget')}
        </button>
        <span role="status">
          {forgotten === 1 && t('peer.forget.done')}
          {forgotten > 1 && t('peer.forget.doneAgain', { count: forgotten })}
        </span>
      </p>
    </>
  );
}

export function ProtocolSettings({ peer }: Props) {
  const { usable } = useBench();
  const t = useSettingsWords();
  return (
    <>
      <fieldset>
        <legend>{t('peer.receiving')}</legend>
        <Lifetime peer={peer} />
        <MemorySettings peer={peer} />
      </fieldset>
      <fieldset>
        <legend>{t('peer.sending')}</legend>
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
      </fieldset>
    </>
  );
}
