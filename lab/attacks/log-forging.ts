// Writes a second line into a log that quotes what it logs as it came.
import { toBase64 } from '../bytes.ts';
import type { Token } from '../stage.ts';

// WEAK ON PURPOSE (question 16): the text goes raw into the line, so that a newline in it ends the line and what follows
// begins one of the sender's own, see lab/attacks/log-forging.ts
/** A replica of the original server's line for a message: it shows the text as it is. */
export function naiveLine(user: string, text: string): string {
  return `INFO:ChatServer:${user} send message : ${text}`;
}

const dict = (bytes: Uint8Array) => `{'data': '${toBase64(bytes)}', 'encoding': 'base64'}`;

/** A token as the original server's line quotes it: a text bare, bytes as a dict, a pair of bytes as a tuple of dicts. */
export function asPythonShows(token: Token): string {
  if (typeof token === 'string') return token;
  return token instanceof Uint8Array ? dict(token) : `(${token.map(dict).join(', ')})`;
}

/**
 * A text that makes the naive log say that somebody else sent something.
 * @param visible - what the line of the true sender goes on to show
 * @param user - who shall seem to have sent `text`
 */
export function forgingText(visible: string, user: string, text: string): string {
  return `${visible}\n${naiveLine(user, text)}`;
}
