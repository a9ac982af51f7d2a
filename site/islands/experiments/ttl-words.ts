// The sentences that the experiments of the chapter TTL share.
import type fr from '../../i18n/experiments/ttl.fr.json';
import { type Say, vocabulary } from '../../i18n/strings.ts';

export const ttlWords = vocabulary<keyof typeof fr>('experiments/ttl');
export type TtlSay = Say<keyof typeof fr>;
