// Where the reader may sit down in the server's place, of this room or of another one, or send somebody there.
import { useState } from 'preact/hooks';
import { writeInvitation } from '../chat/relay-choice.ts';
import { useBench } from './bench-context.ts';
import { LateConsole, LateOtherRoom } from './late-parts.ts';

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
  const { t } = useBench();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('console.other')}</summary>
      {open && <LateOtherRoom sitDown={sitDown} />}
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
