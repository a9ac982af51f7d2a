// Asks for the name of another room, to sit down in the server's place there.
import { useState } from 'preact/hooks';
import { useBench } from './bench-context.ts';
import { useSettingsWords } from './use-settings-words.ts';

interface Props {
  readonly sitDown: (sit: () => void) => (event: { readonly currentTarget: Element }) => void;
}

export function OtherRoom({ sitDown }: Props) {
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
