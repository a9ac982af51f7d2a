// What a relay does around the tokens, none of which it opens or changes: relabels, reflects, reorders, drops.

/** A message on its way. Whatever else it has, its token above all, goes with it untouched. */
export interface Addressed {
  /** the name that the relay gives the sender; no stage binds it to the token */
  readonly from: string;
  readonly to: string;
}

/** Delivers all messages of one sender under another name. */
export function relabel<D extends Addressed>(deliveries: readonly D[], from: string, as: string): D[] {
  return deliveries.map((delivery) => (delivery.from === from ? { ...delivery, from: as } : delivery));
}

/** Delivers each message of an author to that author as well, as if its recipient had sent it. */
export function reflect<D extends Addressed>(deliveries: readonly D[], author: string): D[] {
  return deliveries.flatMap((delivery) =>
    delivery.from === author ? [delivery, { ...delivery, from: delivery.to, to: author }] : [delivery],
  );
}

/** Delivers two messages in each other's place, counted from 0; a place that is not there changes nothing. */
export function reorder<D extends Addressed>(deliveries: readonly D[], one: number, other: number): D[] {
  const places = new Map([
    [one, deliveries[other]],
    [other, deliveries[one]],
  ]);
  return deliveries.map((delivery, i) => places.get(i) ?? delivery);
}

/** Delivers all messages but one, counted from 0. */
export function drop<D extends Addressed>(deliveries: readonly D[], place: number): D[] {
  return deliveries.filter((_, i) => i !== place);
}
