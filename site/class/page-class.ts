// The class of this page: one line to it, whatever of the page speaks over that.
import { effect } from '@preact/signals';
import { socketUrl } from '../chat/browser-world.ts';
import { socketLink } from '../chat/link.ts';
import type { Invitation, RelayChoice, RelayFile } from '../chat/relay-choice.ts';
import { OwnClass } from './class.ts';
import { keptSecret } from './fragment-secret.ts';
import { browserStorage, SeatShelf } from './own-seat.ts';
import { TabKept } from './tab-kept.ts';

/** Where a class keeps what students hand in: below the base, which its relay's path tells. */
export const homeOf = ({ relay }: RelayFile): string => (relay ?? '').replace(/relay$/, '');

/** Whether this tab keeps to itself: from page to page, and no longer than the tab. */
function keepAlone(own: OwnClass): void {
  const kept = new TabKept('tp-chat-chiffre:alone');
  own.alone.value = kept.read() !== undefined;
  own.alone.subscribe((alone) => kept.keep(alone ? '' : undefined));
}

/** Which note has been read: as long, or it would come back on each page. */
function keepNoteRead(own: OwnClass): void {
  const kept = new TabKept('tp-chat-chiffre:note-read');
  own.noteRead.value = Number(kept.read() ?? 0);
  own.noteRead.subscribe((at) => kept.keep(String(at)));
}

let entered: OwnClass | undefined;

/** @param file - what the class's server says of itself */
export function enterClass(file: RelayFile): OwnClass {
  if (entered) return entered;
  const shelf = new SeatShelf(homeOf(file), file.lesson ?? '', browserStorage());
  entered = new OwnClass({
    connect: socketLink(socketUrl(file.relay ?? '')),
    shelf,
    later: (milliseconds, run) => {
      setTimeout(run, milliseconds);
    },
  });
  keepAlone(entered);
  keepNoteRead(entered);
  shelf.watch(() => entered?.lookAgain());
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') entered?.comeForward();
  });
  return entered;
}

/** Where this page's conversation begins: in the own room, in one that the address names, or in the page. */
export function placeIn(own: OwnClass, invitation: Invitation | undefined): Promise<RelayChoice> {
  if (invitation) {
    // A teacher's console opens rooms by their names; to all others the relay says that they are not theirs.
    const pass = keptSecret('teacher') ?? own.seat.value?.pass;
    return Promise.resolve({ kind: 'socket', class: true, ...invitation, pass });
  }
  return new Promise((resolve) => {
    const stop = effect(() => {
      const home = own.home.value;
      if (!home) return;
      resolve(home);
      queueMicrotask(() => stop()); // it may have run before it had a name
    });
  });
}
