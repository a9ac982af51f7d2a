// The sentences of what is set on a bench: how a peer keeps to the protocol, the time, and whose places these are.
import type { Lang } from './langs.ts';
import type settings from './settings.fr.json';
import { type Key, type Say, vocabulary } from './strings.ts';

export type SettingsTranslate = Say<Key | keyof typeof settings>;

export const settingsWords: (lang: Lang) => SettingsTranslate = vocabulary('site', 'settings');
