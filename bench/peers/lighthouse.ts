// What Lighthouse gives a page on its mobile profile.
import lighthouse from 'lighthouse';

export interface Score {
  readonly category: string;
  /** 0 to 100: the median of the rounds */
  readonly score: number;
}

/** @param port - where the browser takes commands */
export async function scoresOf(url: string, port: number, rounds: number): Promise<Score[]> {
  const scores = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    const result = await lighthouse(url, { port, logLevel: 'error' });
    if (!result) throw new Error('Lighthouse said nothing');
    for (const { id, score } of Object.values(result.lhr.categories))
      if (score !== null) scores.set(id, [...(scores.get(id) ?? []), Math.round(score * 100)]);
    for (const { id, title, score, displayValue } of Object.values(result.lhr.audits))
      if (round === 0 && process.env.LIGHTHOUSE_AUDITS && score !== null && score < 1)
        console.log(`${id}: ${title} ${displayValue ?? ''}`);
  }
  return Array.from(scores, ([category, values]) => ({
    category,
    score: [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN,
  }));
}
