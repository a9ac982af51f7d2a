// Brings back how the cards of "find the flaw" ended, and keeps how they end.
import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { type FlawCard, questionOf } from '../experiments/flaw-card.ts';
import { keepFlaw, readFlaws } from '../notebook/found-flaws.ts';

/** @returns false where the browser could not keep one */
export function useKeptFlaws(cards: readonly FlawCard[]): boolean {
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    let ends: (() => void)[] | undefined = [];
    const keep = async ({ name, verdict: { value } }: FlawCard) => {
      if (value !== 'found' && value !== 'told') return;
      setKept(await keepFlaw(questionOf[name], name, value));
    };
    void readFlaws().then((kept) => {
      for (const card of cards) {
        const end = kept.get(card.name);
        if (end) card.restore(end);
        ends?.push(effect(() => void keep(card)));
      }
    });
    return () => {
      for (const end of ends ?? []) end();
      ends = undefined;
    };
  }, []);
  return isKept;
}
