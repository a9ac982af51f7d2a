// What a page does for its class while it is open: it tells what it shows, takes the keys that come, and keeps the notebook there.
import { computed, effect } from '@preact/signals';
import { takeKeys } from '../notebook/comparing.ts';
import type { OwnClass } from './class.ts';
import type { ClassDesk } from './class-desk.ts';
import { type KeptNotebook, keepNotebook, withdrawNotebook } from './kept-notebook.ts';
import type { Shown } from './status-teller.ts';

interface Accompanied {
  readonly own: OwnClass;
  readonly desk: ClassDesk;
  readonly kept: KeptNotebook;
}

/**
 * @param shown - reads signals, and is asked again whenever one of them changes
 * @returns ends it
 */
export function accompany({ own, desk, kept }: Accompanied, shown: () => Shown): () => void {
  /** the seat of which the class may keep a notebook that is not here */
  const returning = computed(() => {
    const seat = own.seat.value;
    return seat && seat.notebook !== false && own.state.value?.keepsNotebooks ? seat.pass : undefined;
  });
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
    effect(() => (returning.value === undefined ? undefined : kept.watch())),
    effect(() => (keeps.value ? keepNotebook(kept) : undefined)),
    effect(() => (withdraws.value ? withdrawNotebook(desk, () => own.notebookGone()) : undefined)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
