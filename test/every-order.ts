// One order of each kind that a teacher can give; the type holds a new kind to be here too.
import type { Order } from '#server/class/wire.ts';

const BY_KIND: { readonly [Kind in Order['do']]: Extract<Order, { do: Kind }> } = {
  stage: { do: 'stage', room: undefined, stage: 'fernet' },
  freeze: { do: 'freeze', room: undefined, frozen: true },
  malice: { do: 'malice', room: undefined, allowed: false },
  note: { do: 'note', room: undefined, text: 'x' },
  move: { do: 'move', seat: 'x', room: undefined, chair: 'gauche' },
  heed: { do: 'heed', seat: 'x' },
  ask: { do: 'ask', question: 7, options: 3 },
  'ask-again': { do: 'ask-again' },
  tally: { do: 'tally' },
  'dismiss-vote': { do: 'dismiss-vote' },
  reveal: { do: 'reveal', question: 7, key: 'x' },
  'keep-notebooks': { do: 'keep-notebooks', kept: true },
  'erase-absent': { do: 'erase-absent' },
  door: { do: 'door', open: false },
  end: { do: 'end' },
};

export const EVERY_ORDER: readonly Order[] = Object.values(BY_KIND);
