// The teacher in a room's chair: which room that is, and the stage that was set there.
import { computed, effect, type ReadonlySignal, untracked } from '@preact/signals';
import type { RoomView } from '#server/class/wire.ts';
import type { Led } from '../class/follow-orders.ts';
import type { Teacher } from './teacher.ts';

/** @returns the room as the console sees it; undefined until the class has told, or when it is gone */
export const roomOfChair = (teacher: Teacher, code: string): ReadonlySignal<RoomView | undefined> =>
  computed(() => teacher.overview.value?.rooms.find(({ room }) => room === code));

/** Has a bench take the stage of the room whenever one is set. @returns ends it */
export function followRoom(room: ReadonlySignal<RoomView | undefined>, bench: Led): () => void {
  const stage = computed(() => room.value?.stage);
  return effect(() => {
    const { value } = stage;
    if (value !== undefined && bench.places.relay.value) untracked(() => bench.setStage(value));
  });
}
