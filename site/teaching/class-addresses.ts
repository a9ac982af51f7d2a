// Where a class comes in, and where its log is shown.
import { addressOf } from '../i18n/addresses.ts';
import type { Lang } from '../i18n/langs.ts';

const LOOPBACK = /^(?:localhost|127\..*|\[::1\])$/;

/** Whether an address is one that no other machine can follow. */
export const isOwnMachine = (hostname: string): boolean => LOOPBACK.test(hostname);

/** @param home - the workbook's address as the server says that others reach it */
export function originFor(home: string | undefined): string {
  return home && isOwnMachine(location.hostname) ? new URL(home).origin : location.origin;
}

export const joinAddress = (origin: string, base: string, lang: Lang): string =>
  origin + addressOf(base, lang, 'class');

/** @param code - of the class, where the projector is to show it */
export function projectorAddress(path: string, secret: string, code: string | undefined): string {
  return `${path}#${new URLSearchParams({ cle: secret, ...(code === undefined ? {} : { code }) })}`;
}

/** An access code in groups of three, as one reads it aloud; whoever types it may leave the dashes out. */
export const spelled = (code: string): string => code.replace(/(...)(?=.)/g, '$1-');
