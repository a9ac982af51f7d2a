// What students have handed in: fetched, exported and erased with the teacher's secret, which goes in a header alone.
import { type Signal, signal } from '@preact/signals';
import type { Lang } from '../i18n/langs.ts';
import { downloadBlob } from '../notebook/download.ts';

export interface ReadHandIn {
  readonly seat: string;
  readonly pseudonym: string;
  /** in milliseconds from 1970 UTC */
  readonly at: number;
  /** by the number of the question, as Markdown */
  readonly answers: Readonly<Record<string, string>>;
  /** what belongs to no question */
  readonly unplaced: readonly string[];
  /** by the number of the question, the ids of the false beliefs that the answer seems to show */
  readonly beliefs: Readonly<Record<string, readonly string[]>>;
}

export const EXPORTS = ['zip', 'csv', 'json'] as const;
export type Export = (typeof EXPORTS)[number];

export type Trouble = 'offline' | 'refused' | 'server';

/** What a status means to whoever asked; 429: too many wrong secrets. */
const troubleOf = (status: number): Trouble => (status < 500 && status !== 429 ? 'refused' : 'server');

/** How often each belief shows in the answers to a question, the most frequent first. */
export function commonBeliefs(
  handIns: readonly ReadHandIn[],
  question: number,
): readonly { readonly id: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { beliefs } of handIns)
    for (const id of new Set(beliefs[question] ?? [])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count);
}

export class HandIns {
  /** undefined until they were fetched */
  readonly all: Signal<readonly ReadHandIn[] | undefined> = signal();
  readonly trouble: Signal<Trouble | undefined> = signal();
  readonly #base: string;
  readonly #secret: string;

  /** @param base - the path that the site was built for */
  constructor(base: string, secret: string) {
    this.#base = base;
    this.#secret = secret;
  }

  async load(): Promise<void> {
    const response = await this.#ask('GET', 'hand-ins');
    const body: { handIns: readonly ReadHandIn[] } | undefined = await response?.json();
    if (body) this.all.value = body.handIns;
  }

  /**
   * Gives the teacher all of it as a file; a table as the spreadsheets of that language read it.
   * @param lesson - its name, for two groups of one day
   */
  async export(kind: Export, lang: Lang, lesson: string): Promise<void> {
    const response = await this.#ask(
      'GET',
      kind === 'csv' && lang === 'fr' ? 'export.fr.csv' : `export.${kind}`,
    );
    const blob = await response?.blob();
    const name = lesson.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
    if (blob) downloadBlob(`copies-${name}-${new Date().toISOString().slice(0, 10)}.${kind}`, blob);
  }

  /** @returns whether it is gone */
  async eraseSeat(seat: string): Promise<boolean> {
    const gone = (await this.#ask('DELETE', `seats/${encodeURIComponent(seat)}`)) !== undefined;
    if (gone) this.all.value = this.all.value?.filter((handIn) => handIn.seat !== seat);
    return gone;
  }

  /** @returns whether all of the lesson is gone */
  async eraseLesson(): Promise<boolean> {
    const gone = (await this.#ask('DELETE', 'lesson')) !== undefined;
    if (gone) this.all.value = [];
    return gone;
  }

  async #ask(method: string, path: string): Promise<Response | undefined> {
    this.trouble.value = undefined;
    try {
      const headers = { Authorization: `Bearer ${this.#secret}` };
      const response = await fetch(`${this.#base}class/${path}`, { method, headers, cache: 'no-store' });
      if (response.ok) return response;
      this.trouble.value = troubleOf(response.status);
    } catch {
      this.trouble.value = 'offline';
    }
    return undefined;
  }
}
