// The thread that reads sheets: it remembers what it has read, since the teacher asks for the same ones again and again.
import { parentPort } from 'node:worker_threads';
import { sheetBeliefs } from '../sheets/sheet-beliefs.ts';
import type { Done, Order } from './hand-in-clerk.ts';
import { exportOf, type NamedHandIn } from './hand-in-export.ts';
import { type Reading, sheetReader } from './hand-in-reading.ts';

const nameOf = ({ seat, key }: NamedHandIn) => `${seat} ${key}`;
const read = sheetReader(sheetBeliefs());
/** By seat and key. What is read of a class that takes too long is not read again when the teacher asks again. */
const known = new Map<string, Reading>();

parentPort?.on('message', ({ number, format, handIns }: Order) => {
  const names = new Set(handIns.map(nameOf));
  for (const name of known.keys()) if (!names.has(name)) known.delete(name);
  const bytes = exportOf(format, handIns, (handIn) => {
    const name = nameOf(handIn);
    const reading = known.get(name) ?? read(handIn.sheet);
    known.set(name, reading);
    return reading;
  });
  const done: Done = { number, bytes };
  parentPort?.postMessage(done, [bytes.buffer]);
});
