// A client's own log, as the original's clients write it: that it connected, what reached it, and what it could not open.
import { quote, showPayload } from '#server/log.ts';
import type { PeerName } from './relay-choice.ts';
import type { Receipt } from './session.ts';
import { entriesOf, type Timeline } from './timeline.ts';

/** A line of any log, taken apart. */
export interface QuotingLine {
  readonly text: string;
  /** where the payload that it quotes begins; absent in a line that quotes none */
  readonly quotesFrom?: number;
  /** the number of the message that it speaks of */
  readonly message?: number;
}

/** Where the original's clients look for their server. A relay in the page has no address to show in its place. */
const ADDRESS = '127.0.0.1:6666';

function quoting(head: string, { payload, seq }: Receipt): QuotingLine {
  return { text: head + showPayload(payload), quotesFrom: head.length, message: seq };
}

/** The original's Fernet clients log what they refuse; a client with a TTL says so twice. */
function refusalsOf(receipt: Receipt): QuotingLine[] {
  const { stage, text } = receipt;
  if (text !== undefined || !stage.startsWith('fernet')) return [];
  const error = quoting('ERROR:FernetGUI:Error while decrypting message: ', receipt);
  return stage === 'fernet' ? [error] : [{ text: 'ERROR:root:Invalid Token', message: receipt.seq }, error];
}

/** The log of a client of this page. What it sends itself, it does not write down. */
export function clientLog(peer: PeerName, timeline: Timeline): QuotingLine[] {
  const received = entriesOf(timeline, peer).flatMap(({ receipt }) =>
    receipt
      ? [
          quoting(`DEBUG:GenericCallback:Received : ${quote(receipt.from)} -> `, receipt),
          ...refusalsOf(receipt),
        ]
      : [],
  );
  return [{ text: `INFO:BasicGUI:Connecting ${peer}@${ADDRESS}` }, ...received];
}
