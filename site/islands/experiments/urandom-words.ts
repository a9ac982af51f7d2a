// The sentences of question 5, for the files that draw it.
import fr from '../../i18n/experiments/05-urandom.fr.json' with { type: 'json' };
import { type Say, vocabulary } from '../../i18n/strings.ts';

export type UrandomWords = Say<keyof typeof fr>;

export const words = vocabulary({ fr });
