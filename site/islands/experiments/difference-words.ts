// The sentences of question 12's experiment.
import fr from '../../i18n/experiments/12-difference.fr.json' with { type: 'json' };
import { type Say, vocabulary } from '../../i18n/strings.ts';

export const differenceWords = vocabulary({ fr });
export type DifferenceSay = Say<keyof typeof fr>;
