// The words of what is set on a bench, in the reader's language.
import { type SettingsTranslate, settingsWords } from '../i18n/settings-words.ts';
import { useBench } from './bench-context.ts';

export const useSettingsWords = (): SettingsTranslate => settingsWords(useBench().lang);
