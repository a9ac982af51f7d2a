// `npm run soak`: load and faults against the real server; prints what came of it, and keeps it in docs/soak.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PARTS } from './parts.ts';
import { resultTable } from './result.ts';

const PAGE = join(import.meta.dirname, '../../docs/soak.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

/** Puts a part's result in the place that the page has for it, or at its end. */
function keep(part: string, text: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = [`<!-- soak: ${part} -->`, `<!-- /soak: ${part} -->`];
  const place = new RegExp(`${begin}[\\s\\S]*?${end}`);
  const section = `${begin}\n\n${text}\n\n${end}`;
  writeFileSync(PAGE, place.test(page) ? page.replace(place, () => section) : `${page}\n${section}\n`);
}

let allHeld = true;
for (const [part, run] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(part)) continue;
  console.log(`\n${part} …`);
  const load = loadavg()[0] ?? 0;
  const result = await run({ quick: values.quick });
  allHeld &&= result.ok;
  const today = new Date().toISOString().slice(0, 10);
  const machine = `${availableParallelism()} cores, ${load.toFixed(1)} processes waiting before it began`;
  const text = `${resultTable(result)}\n\n${today}, ${machine}, Node ${process.versions.node}, ${process.platform}.`;
  console.log(`\n${text}`);
  if (!values.quick) keep(part, text);
}
process.exit(allHeld ? 0 : 1);
