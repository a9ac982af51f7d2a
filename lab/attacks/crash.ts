// Stops a receiver that does not expect to be sent nonsense.

/** What a receiver has shown, and where it stopped for good. */
export interface Showing {
  readonly shown: readonly string[];
  /** which of the messages it stopped at, counted from 0; undefined where it is still running */
  readonly stoppedAt: number | undefined;
}

/**
 * A receiver's loop as several answer sheets write it.
 * @param open - gives the text of a message, or throws
 */
export function naiveLoop<Message>(
  messages: readonly Message[],
  open: (message: Message) => string,
): Showing {
  const shown: string[] = [];
  try {
    // WEAK ON PURPOSE (question 16): nothing within the loop catches what `open` throws, so that one bad token ends it
    // for all that come after, see lab/attacks/crash.ts
    for (const message of messages) shown.push(open(message));
    return { shown, stoppedAt: undefined };
  } catch {
    return { shown, stoppedAt: shown.length }; // what was shown stays, and nothing comes any more
  }
}

/** The repair: each message is opened on its own, and a bad one is passed over. */
export function carefulLoop<Message>(
  messages: readonly Message[],
  open: (message: Message) => string,
): Showing {
  const shown = messages.flatMap((message) => {
    try {
      return [open(message)];
    } catch {
      return [];
    }
  });
  return { shown, stoppedAt: undefined };
}
