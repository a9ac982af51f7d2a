// Where the reader may sit down in the server's place, of this room or of another one, or send somebody there.
import { useState } from 'preact/hooks';
import { writeInvitation } from '../chat/relay-choice.ts';
import { useBench } from './bench-context.ts';
import { LateConsole } from './late-parts.ts';

/** Sits down, and takes the focus along: the button that was pressed ends. */
function sitDown(sit: () => void) {
  return ({ currentTarget }: { readonly currentTarget: Element }) => {
    const root = currentTarget.closest('[data-bench]');
    sit();
    const focus = () => root?.querySelector<HTMLElement>('[data-console] h3')?.focus();
    void LateConsole.arrival().then(() => requestAnimationFrame(focus));
  };
}

function OtherRoom() {
  const { bench, t, usable } = useBench();
  const [room, setRoom] = useState('');
  const go = sitDown(() => bench.places.operateIn(room));
  return (
    <details>
      <summary>{t('console.other')}</summary>
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
    </details>
  );
}

export function ConsoleOffer() {
  const { bench, t, usable } = useBench();
  const choice = bench.places.relay.value;
  const room = choice?.kind === 'socket' && !choice.class ? choice.room : undefined;
  return (
    <div class="console-offer">
      <button type="button" disabled={!usable} onClick={sitDown(() => bench.places.operate())}>
        {t('console.sit')}
      </button>
      <small>{t('console.offer')}</small>
      {room !== undefined && (
        <a
          href={`${location.pathname}${writeInvitation({ room, peer: 'serveur' })}`}
          target="_blank"
          rel="noopener"
        >
          {t('console.link')}
        </a>
      )}
      {bench.places.serverRelay.value !== undefined && !bench.places.inClass.value && <OtherRoom />}
    </div>
  );
}
