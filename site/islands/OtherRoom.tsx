// Where else the server's place can be taken: from another page, or in another room, whose name it asks for.
import { useState } from 'preact/hooks';
import { writeInvitation } from '../chat/relay-choice.ts';
import { useBench } from './bench-context.ts';
import { useSettingsWords } from './use-settings-words.ts';

interface Props {
  readonly sitDown: (sit: () => void) => (event: { readonly currentTarget: Element }) => void;
}

function RoomForm({ sitDown }: Props) {
  const { bench, usable } = useBench();
  const t = useSettingsWords();
  const [room, setRoom] = useState('');
  const go = sitDown(() => bench.places.operateIn(room));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go(event);
      }}
    >
      <label>
        {t('console.room')}
        <input
          value={room}
          required
          maxLength={64}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          onInput={({ currentTarget }) => setRoom(currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={!usable}>
        {t('console.sitThere')}
      </button>
    </form>
  );
}

export function OtherRoom({ sitDown }: Props) {
  const t = useSettingsWords();
  const choice = useBench().bench.places.relay.value;
  return (
    <>
      {choice?.kind === 'socket' && (
        <a
          href={`${location.pathname}${writeInvitation({ room: choice.room, peer: 'serveur' })}`}
          target="_blank"
          rel="noopener"
        >
          {t('console.link')}
        </a>
      )}
      <details>
        <summary>{t('console.other')}</summary>
        <RoomForm sitDown={sitDown} />
      </details>
    </>
  );
}
