// How the reader likes to see the stages' code: in which language, kept in this browser, and whether at all, kept in this tab.
import { type CodeLanguage, codeLanguages } from '../chat/packed-code.ts';

const LANGUAGE_NAME = 'tp-chat-chiffre:code-language';
const OPEN_NAME = 'tp-chat-chiffre:code-open';

function read(storage: () => Storage, name: string): string | null {
  try {
    return storage().getItem(name);
  } catch {
    return null; // a browser that keeps nothing
  }
}

function write(storage: () => Storage, name: string, text: string): void {
  try {
    storage().setItem(name, text);
  } catch {
    // The next page will begin as if nothing had been chosen.
  }
}

const browser = () => localStorage;
const tab = () => sessionStorage;

/** The language chosen last; undefined before any choice. */
export function readCodeLanguage(): CodeLanguage | undefined {
  const kept = read(browser, LANGUAGE_NAME);
  return codeLanguages.find((language) => language === kept);
}

export const writeCodeLanguage = (language: CodeLanguage) => write(browser, LANGUAGE_NAME, language);

/** Whether the code was open when it was opened or closed last; undefined before. */
export function readCodeOpen(): boolean | undefined {
  const kept = read(tab, OPEN_NAME);
  return kept === null ? undefined : kept === 'yes';
}

export const writeCodeOpen = (open: boolean) => write(tab, OPEN_NAME, open ? 'yes' : 'no');
