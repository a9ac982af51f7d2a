// All that the inspector's parts tell of the message that is followed.
import type { Receipt } from '../chat/session.ts';
import type { Message } from '../chat/timeline.ts';

export interface Sight {
  readonly message: Message;
  /** the delivery that is looked at; absent while there is none */
  readonly receipt: Receipt | undefined;
  /** the server's line about it, as it wrote it */
  readonly line: string | undefined;
}
