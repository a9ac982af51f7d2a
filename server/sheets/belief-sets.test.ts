// What the cues find in answers written for them, right and wrong ones: precision and recall, by question and in all; and how long the search takes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerBeliefs } from './answer-beliefs.ts';
import { beliefFinder } from './beliefs.ts';

/** An answer, and the false beliefs that it shows. */
interface Sample {
  readonly text: string;
  readonly beliefs: readonly string[];
}

const SETS = join(import.meta.dirname, 'belief-sets');
const HELD_OUT = join(SETS, 'held-out');
const ANSWERS = join(import.meta.dirname, '../../answers/fr');
const beliefs = answerBeliefs();
const numbers = [...beliefs.keys()].sort((a, b) => a - b);
const finders = new Map(numbers.map((number) => [number, beliefFinder(beliefs.get(number) ?? [])]));

const found = (number: number, text: string) => (finders.get(number)?.(text) ?? []).map(({ id }) => id);

function samplesOf(folder: string, number: number): Sample[] {
  const file = join(folder, `${String(number).padStart(2, '0')}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** What was found rightly, found wrongly, and missed. */
class Tally {
  right = 0;
  wrong = 0;
  missed = 0;

  add(shown: readonly string[], seen: readonly string[]): void {
    const right = seen.filter((id) => shown.includes(id)).length;
    this.right += right;
    this.wrong += seen.length - right;
    this.missed += shown.length - right;
  }

  get precision(): number {
    return this.right + this.wrong === 0 ? 1 : this.right / (this.right + this.wrong);
  }

  get recall(): number {
    return this.right + this.missed === 0 ? 1 : this.right / (this.right + this.missed);
  }

  row(name: string, answers: number): string {
    const percent = (share: number) => `${(100 * share).toFixed(0)} %`.padStart(6);
    const counts = [this.right, this.wrong, this.missed].map((count) => String(count).padStart(4)).join('');
    return `${name.padEnd(10)}${String(answers).padStart(5)}${counts}${percent(this.precision)}${percent(this.recall)}`;
  }
}

/** Tries a whole folder of sets, and prints a line for each question. @returns the tally of all */
function tryAll(title: string, folder: string): Tally {
  const all = new Tally();
  let answers = 0;
  const rows = numbers.map((number) => {
    const tally = new Tally();
    const samples = samplesOf(folder, number);
    for (const { text, beliefs: shown } of samples) {
      const seen = found(number, text);
      tally.add(shown, seen);
      all.add(shown, seen);
      if (process.env.BELIEFS && [...shown].sort().join() !== [...seen].sort().join())
        console.log(number, `shown [${shown}] seen [${seen}]`, text);
    }
    answers += samples.length;
    return tally.row(`question ${number}`.padEnd(12), samples.length);
  });
  const head = `${''.padEnd(10)}answers, right, wrong, missed, precision, recall`;
  console.log([title, head, ...rows, all.row('all'.padEnd(12), answers)].join('\n'));
  return all;
}

describe('the sets', () => {
  test('by which the cues were made', () => {
    const { precision, recall } = tryAll('By which the cues were made', SETS);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.5);
  });

  // Written when the cues stood. No cue is changed for them: a new sample that fails goes to the sets above.
  test('held out', () => {
    const { precision, recall } = tryAll('Held out', HELD_OUT);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.5);
  });
});

describe('the model answers', () => {
  test.each(readdirSync(ANSWERS))('%s shows no false belief', (file) => {
    const body = readFileSync(join(ANSWERS, file), 'utf8').replace(/^---\n.*?\n---\n/s, '');
    expect(found(Number(file.slice(0, 2)), body)).toEqual([]);
  });
});

describe('a mebibyte, searched for the beliefs of all sixteen questions at once, takes some seconds at most', () => {
  const SIZE = 2 ** 20;
  const find = beliefFinder([...beliefs.values()].flat());
  const repeat = (text: string) => text.repeat(Math.ceil(SIZE / text.length)).slice(0, SIZE);
  const distinct = () => {
    const words: string[] = [];
    for (let i = 0; words.length * 10 < SIZE; i++)
      words.push(`serve${i.toString(36).replace(/\d/g, 'x')}`.padEnd(9, 'u'));
    return words.join(' ').slice(0, SIZE);
  };
  test.each([
    ['one word', repeat('a')],
    ['one letter after the other', repeat('a ')],
    ['a word of many cues', repeat('iv ')],
    ['words of a cue', repeat('serveur déchiffre ')],
    ['negations', repeat('ne n pas que ')],
    ['punctuation', repeat('.,;:!?')],
    ['quotation marks', repeat('> ')],
    ['empty lines', repeat('\n')],
    ['fences', repeat('```\n')],
    ['words that are all different', distinct()],
  ])('%s', { timeout: 30_000 }, (_, text) => {
    const begin = performance.now();
    find(text);
    expect(performance.now() - begin).toBeLessThan(8000);
  });
});
