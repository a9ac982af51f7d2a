// What a page does for its class while it is open: it tells what it shows, takes the keys that come, and keeps the notebook there.
import { computed, effect } from '@preact/signals';
import { takeKeys } from '../notebook/comparing.ts';
import type { OwnClass } from './class.ts';
import type { ClassDesk } from './class-desk.ts';
import { keepNotebook, withdrawNotebook } from './kept-notebook.ts';
import type { Shown } from './status-teller.ts';

/**
 * @param shown - reads signals, and is asked again whenever one of them changes
 * @returns ends it
 */
export function accompany(own: OwnClass, desk: ClassDesk, shown: () => Shown): () => void {
  const keeps = computed(
    () =>
      own.seat.value?.notebook === true && own.state.value?.keepsNotebooks === true && !own.state.value.ended,
  );
  const withdraws = computed(() => own.seat.value?.notebookGoes === true);
  const stops = [
    effect(() => {
      const keys = own.state.value?.revealed;
      if (keys) takeKeys(keys);
    }),
    effect(() => own.show(shown())),
    effect(() => (keeps.value ? keepNotebook(desk) : undefined)),
    effect(() => (withdraws.value ? withdrawNotebook(desk, () => own.notebookGone()) : undefined)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
