// A rule of the malicious relay in words.
import type { Rule } from '#server/mallory/rule.ts';
import type { ChairTranslate } from '../i18n/chair-words.ts';

/** What the relay does by this rule, to go on from "le relais". */
export function ruleWords(rule: Rule | undefined, t: ChairTranslate): string {
  if (!rule) return t('ruleIs.none');
  const { act, from, every, seconds, times, as, offset, mask } = rule;
  const words = { seconds, times, as: as ?? '', mask: mask ?? '', ordinal: offset + 1 };
  const now = act === 'replay' && seconds === 0;
  const parts = [t(now ? 'ruleIs.replayNow' : `ruleIs.${act}`, words)];
  if (from !== undefined) parts.push(t('ruleIs.from', { from }));
  if (every > 1) parts.push(t('ruleIs.every', { every }));
  if (rule.for?.messages !== undefined)
    parts.push(t(rule.for.messages === 1 ? 'ruleIs.once' : 'ruleIs.messages', { count: rule.for.messages }));
  if (rule.for?.seconds !== undefined) parts.push(t('ruleIs.during', { count: rule.for.seconds }));
  return parts.join(', ');
}
