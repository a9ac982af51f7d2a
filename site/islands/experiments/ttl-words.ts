// The sentences that the experiments of the chapter TTL share.
import fr from '../../i18n/experiments/ttl.fr.json' with { type: 'json' };
import { type Say, vocabulary } from '../../i18n/strings.ts';

export const ttlWords = vocabulary({ fr });
export type TtlSay = Say<keyof typeof fr>;
