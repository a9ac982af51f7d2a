// What changes a peer's settings: the password it derives its key from, its clock, and how it keeps to the protocol.
import { useId } from 'preact/hooks';
import { MAX_OFFSET_SECONDS, signed } from '../chat/clock.ts';
import type { Peer } from '../chat/peer.ts';
import { useBench } from './bench-context.ts';
import { ProtocolSettings } from './ProtocolSettings.tsx';
import { useSettingsWords } from './use-settings-words.ts';

interface Props {
  readonly peer: Peer;
  /** whether the password can be read */
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
}

export function Settings({ peer, shown, onShow }: Props) {
  const { usable } = useBench();
  const t = useSettingsWords();
  const id = useId();
  const offset = signed(peer.offset.value);
  const type = shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const); // for Preact to know them
  return (
    <>
      <label for={`${id}password`}>{t('peer.password')}</label>
      <div class="password">
        <input
          id={`${id}password`}
          {...type}
          value={peer.password.value}
          disabled={!usable}
          autocomplete="off"
          aria-describedby={`${id}hint`}
          onInput={({ currentTarget }) => {
            peer.password.value = currentTarget.value;
          }}
        />
        <button type="button" aria-pressed={shown} onClick={() => onShow(!shown)}>
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
      <ProtocolSettings peer={peer} />
    </>
  );
}
