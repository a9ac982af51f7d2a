// The sentences of question 8, for the files that draw it.
import fr from '../../i18n/experiments/08-propriete.fr.json' with { type: 'json' };
import { type Say, vocabulary } from '../../i18n/strings.ts';

export type ProprieteWords = Say<keyof typeof fr>;

export const words = vocabulary({ fr });
