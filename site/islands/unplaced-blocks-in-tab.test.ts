// Thousands of passages without a question: the page draws the first of them, and more when it is asked to.
import { signal } from '@preact/signals';
import { h, render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SheetWords } from '../i18n/sheet-words.ts';
import type { Values } from '../i18n/strings.ts';
import { SheetContext } from './sheet-context.ts';
import { UnplacedBlocks } from './UnplacedBlocks.tsx';

let page: HTMLElement;
beforeEach(() => {
  page = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, page);
  page.remove();
});

const blocks = Array.from({ length: 3000 }, (_, i) => `note ${i}`);
const choices = () => page.querySelectorAll('select').length;

/** Says the key, and what belongs into the sentence. */
const s: SheetWords = Object.assign(
  (key: string, values: Values = {}) => [key, ...Object.values(values)].join(' '),
  { lang: 'fr', locale: 'fr' } as const,
);

/** The passages below a page that has nothing else. */
function show(props: Partial<Parameters<typeof UnplacedBlocks>[0]> = {}): void {
  const drawn = { drawings: signal(new Map()), draw: async () => {} };
  const context = { s, drawn } as unknown as NonNullable<
    Parameters<typeof SheetContext.Provider>[0]['value']
  >; // no more is asked for
  const passages = h(UnplacedBlocks, { blocks, onPlace: () => {}, ...props });
  render(h(SheetContext.Provider, { value: context, children: passages }), page);
}

test('fifty have a choice at once, and fifty more each time one asks', async () => {
  show();
  expect(choices()).toBe(50);
  expect(page.textContent).toContain('sheet.unplaced.rest 2950');
  page.querySelector<HTMLButtonElement>('.unplaced-more button')?.click();
  await expect.poll(choices).toBe(100);
  await expect.poll(() => document.activeElement?.closest('[data-block]')?.textContent).toContain('note 50');
});

test('a part of the sheet goes on paper whole', () => {
  show({ onRemove: () => {} });
  for (const block of ['note 0', 'note 49', 'note 50', 'note 2999'])
    expect(page.textContent).toContain(block);
  expect(page.querySelector('.paper-alone')?.textContent?.split('\n\n')).toHaveLength(2950);
});

test('each knows its place among all', async () => {
  const placed: [number, number][] = [];
  show({ onPlace: (block, question) => placed.push([block, question]) });
  page.querySelector<HTMLButtonElement>('.unplaced-more button')?.click();
  await expect.poll(choices).toBe(100);
  page.querySelector<HTMLButtonElement>('[data-block="70"] button')?.click();
  expect(placed).toEqual([[70, 1]]);
});
