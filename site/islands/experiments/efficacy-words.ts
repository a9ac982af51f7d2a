// The sentences of question 14's experiment.
import fr from '../../i18n/experiments/14-efficace.fr.json' with { type: 'json' };
import { type Say, vocabulary } from '../../i18n/strings.ts';

export const efficacyWords = vocabulary({ fr });
export type EfficacySay = Say<keyof typeof fr>;
