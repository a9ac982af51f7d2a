// Where the reader may sit down in the server's place, of this room or of another one, or send somebody there.
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

export function ConsoleOffer() {
  const { bench, t, usable } = useBench();
  const { serverRelay, inClass } = bench.places;
  return (
    <div class="console-offer">
      <button type="button" disabled={!usable} onClick={sitDown(() => bench.places.operate())}>
        {t('console.sit')}
      </button>
      <small>{t('console.offer')}</small>
      {serverRelay.value !== undefined && !inClass.value && <LateOtherRoom sitDown={sitDown} />}
    </div>
  );
}
