// What the cues find in answers written for them, right and wrong ones: precision and recall, by language and question; and how long the search takes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerBeliefs } from './answer-beliefs.ts';
import { beliefFinder } from './beliefs.ts';
import { type Language, languageOf } from './languages.ts';

/** An answer, and the false beliefs that it shows. */
interface Sample {
  readonly text: string;
  readonly beliefs: readonly string[];
}

/** A right answer taken for a wrong one is worse than a belief that is missed. */
const LEAST = { precision: 1, recall: 0.9 };

/** What an answer looks like whose author stands by nothing of it. */
const WRAPS: Readonly<Record<Language, Readonly<Record<'false' | 'asked', (text: string) => string>>>> = {
  fr: {
    false: (text) => `Certains pensent ceci : ${inOne(text)} et c’est faux.`,
    asked: (text) => `${inOne(text)} ?`,
  },
  en: {
    false: (text) => `Some think this: ${inOne(text)} and it is false.`,
    asked: (text) => `${inOne(text)}?`,
  },
};

/** A text as one sentence. */
const inOne = (text: string) => text.replace(/[.!?…]+(?=\s|$)/g, ' ;');

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
    return `${name.padEnd(12)}${String(answers).padStart(5)}${counts}${percent(this.precision)}${percent(this.recall)}`;
  }
}

function samplesOf(folder: string, number: number): Sample[] {
  const file = join(folder, `${String(number).padStart(2, '0')}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

describe.each(['fr', 'en'] as const)('%s', (language) => {
  const sets = join(import.meta.dirname, 'belief-sets', language);
  const heldOut = join(sets, 'held-out');
  const folder = join(import.meta.dirname, '../../answers', language);
  const beliefs = answerBeliefs(language);
  const numbers = [...beliefs.keys()].sort((a, b) => a - b);
  const finders = new Map(
    numbers.map((number) => [number, beliefFinder(language, beliefs.get(number) ?? [])]),
  );
  const found = (number: number, text: string) => (finders.get(number)?.(text) ?? []).map(({ id }) => id);

  /** Tries a whole folder of sets, and prints a line for each question and for each answer that was read amiss. @returns the tally of all */
  function tryAll(title: string, samplesIn: string): Tally {
    const all = new Tally();
    const amiss: string[] = [];
    let answers = 0;
    const rows = numbers.map((number) => {
      const tally = new Tally();
      const samples = samplesOf(samplesIn, number);
      for (const { text, beliefs: shown } of samples) {
        const seen = found(number, text);
        tally.add(shown, seen);
        all.add(shown, seen);
        if (new Set([...shown, ...seen]).size > Math.min(shown.length, seen.length))
          amiss.push(`question ${number}, found [${seen}] in an answer that shows [${shown}]: ${text}`);
      }
      answers += samples.length;
      return tally.row(`question ${number}`, samples.length);
    });
    const head = `${''.padEnd(10)}answers, right, wrong, missed, precision, recall`;
    console.log([`${language}: ${title}`, head, ...rows, all.row('all', answers), ...amiss].join('\n'));
    return all;
  }

  // Those held out were written when the cues stood. Whoever changes a cue because of one of them moves it to the others.
  test.each([
    ['by which the cues were made', sets],
    ['held out', heldOut],
  ])('the sets %s', (title, samplesIn) => {
    const { precision, recall } = tryAll(title, samplesIn);
    expect(precision).toBeGreaterThanOrEqual(LEAST.precision);
    expect(recall).toBeGreaterThanOrEqual(LEAST.recall);
  });

  test.each(numbers)(
    'the sets of question %i have six right answers at least, and show every belief that is looked for',
    (number) => {
      const samples = samplesOf(sets, number);
      expect(samples.filter(({ beliefs: shown }) => shown.length === 0).length).toBeGreaterThanOrEqual(6);
      expect(samples.filter(({ beliefs: shown }) => shown.length > 0).length).toBeGreaterThanOrEqual(6);
      expect(samplesOf(heldOut, number).length).toBeGreaterThanOrEqual(samples.length / 3);
      const seen = new Set(samples.flatMap(({ text }) => found(number, text)));
      const wanted = (beliefs.get(number) ?? []).filter(({ cues }) => cues.length > 0).map(({ id }) => id);
      expect(wanted.filter((id) => !seen.has(id))).toEqual([]);
      const known = new Set((beliefs.get(number) ?? []).map(({ id }) => id));
      expect(samples.flatMap(({ beliefs: shown }) => shown.filter((id) => !known.has(id)))).toEqual([]);
    },
  );

  const all = numbers.flatMap((number) =>
    [sets, heldOut].flatMap((samplesIn) =>
      samplesOf(samplesIn, number).map(({ text }) => ({ number, text })),
    ),
  );

  test.each([
    ['quoted', (text: string) => text.replace(/^/gm, '> ')],
    ['in a fence', (text: string) => `\`\`\`\n${text}\n\`\`\``],
    ['called false', WRAPS[language].false],
    ['asked', WRAPS[language].asked],
  ])('the sets show nothing when they are %s', (_, wrap) => {
    expect(all.filter(({ number, text }) => found(number, wrap(text)).length > 0)).toEqual([]);
  });

  test('what is found is a piece of the answer', () => {
    for (const { number, text } of all)
      for (const { start, end } of finders.get(number)?.(text) ?? [])
        expect(text.slice(start, end)).toMatch(/^[^\s].*[^\s]$/s);
  });

  test('no answer is taken for one in another language', () => {
    for (const { text } of all) expect([text, languageOf(text, language)]).toEqual([text, language]);
  });

  test.each(readdirSync(folder))('the model answer %s shows no false belief', (file) => {
    const body = readFileSync(join(folder, file), 'utf8').replace(/^---\n.*?\n---\n/s, '');
    expect(found(Number(file.slice(0, 2)), body)).toEqual([]);
  });

  test.each(numbers)('of question %i: what refutes a belief does not show it', (number) => {
    const refutations = (beliefs.get(number) ?? []).map(
      ({ contradicted, keep }) => `${contradicted}\n\n${keep}`,
    );
    expect(refutations.filter((text) => found(number, text).length > 0)).toEqual([]);
  });
});

test('the languages look for the same beliefs', () => {
  const idsOf = (language: Language) =>
    Array.from(answerBeliefs(language), ([number, beliefs]) => [number, beliefs.map(({ id }) => id)]);
  expect(idsOf('en')).toEqual(idsOf('fr'));
});

describe('a mebibyte, searched for the beliefs of all sixteen questions at once, takes some seconds at most', () => {
  const languages = ['fr', 'en'] as const;
  const SIZE = 2 ** 20;
  const finders = languages.map((language) =>
    beliefFinder(language, [...answerBeliefs(language).values()].flat()),
  );
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
    ['words of a cue', repeat('serveur déchiffre server decrypts ')],
    ['negations', repeat('ne n pas que not never without that ')],
    ['punctuation', repeat('.,;:!?')],
    ['quotation marks', repeat('> ')],
    ['empty lines', repeat('\n')],
    ['fences', repeat('```\n')],
    ['words that are all different', distinct()],
  ])('%s', { timeout: 90_000 }, (_, text) => {
    for (const find of finders) {
      const begin = performance.now();
      find(text);
      expect(performance.now() - begin).toBeLessThan(30_000);
    }
  });
});
