// The sentences of question 6, for the files that draw it.
import fr from '../../i18n/experiments/06-primitives.fr.json' with { type: 'json' };
import { type Say, vocabulary } from '../../i18n/strings.ts';

export type PrimitivesWords = Say<keyof typeof fr>;

export const words = vocabulary({ fr });
