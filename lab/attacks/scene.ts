// Two peers who share a password at one stage, the attacker between them, and a trace of all that happens.
import { fromUtf8, utf8 } from '../bytes.ts';
import { Memory } from '../memory.ts';
import {
  attempt,
  type CheckName,
  type FieldName,
  type Keys,
  type OpenContext,
  type Random,
  type Stage,
  type Token,
  tryOpen,
  walk,
} from '../stage.ts';
import { SALT_BYTES } from '../stages/aead.ts';

export type PeerName = 'gauche' | 'droite';

/** What happened, in the order in which it did; a page turns each into a sentence. */
export type TraceEvent =
  | { readonly event: 'sent'; readonly from: PeerName; readonly text: string; readonly token: Token }
  /** the attacker has made this token out of another one, or of nothing */
  | { readonly event: 'forged'; readonly token: Token }
  | {
      readonly event: 'delivered';
      readonly to: PeerName;
      /** the name on the envelope */
      readonly from: string;
      readonly token: Token;
      /** seconds since the scene began */
      readonly after: number;
      /** what the reader saw; absent where the token was refused, or gave no text */
      readonly text?: string;
      /** the check that refused it */
      readonly failed?: CheckName;
    }
  /** the attacker has found this out */
  | { readonly event: 'found'; readonly text: string }
  /** the attacker supposes that a message holds this, and drags it along the XOR of two ciphertexts */
  | { readonly event: 'supposed'; readonly text: string }
  /** the attacker has asked a receiver, or drawn from a generator, so many times */
  | { readonly event: 'tried'; readonly count: number }
  /** the attacker has tried these words of the list, in its order, which has `count` of them, the password at `rank` */
  | {
      readonly event: 'guessed';
      readonly words: readonly string[];
      /** from 1 */
      readonly rank: number;
      readonly count: number;
    }
  /** a naive server has logged what a user sent, as it shows that: `text` */
  | { readonly event: 'logged'; readonly user: string; readonly text: string; readonly naive: string }
  /** the stage has not what the attack needs */
  | { readonly event: 'lacks'; readonly what: Lack };

/** What an attack may need and not find. */
export type Lack =
  | 'open text'
  | 'ciphertext'
  | 'key stream'
  | 'padding'
  | 'drawn field'
  | 'password'
  | 'line break';

/** What a scene takes from the world: how long the keys take is the world's affair. */
export interface SceneWorld {
  /** the clock at which the scene begins, in seconds */
  readonly now: number;
  readonly random: Random;
  /** @param salt - of the session; only `aead` uses it */
  keysFor(stage: Stage, password: string, salt: Uint8Array): Promise<Keys>;
  /** the keys of a word that an attacker tries, at its full cost each time; undefined where his time is over */
  guess(stage: Stage, word: string, salt: Uint8Array): Promise<Keys | undefined>;
}

/** What a receiver made of a token. */
export interface Reception {
  readonly text: string | undefined;
  readonly failed: CheckName | undefined;
}

interface Sealing {
  /** seconds by which the sender's clock is ahead */
  readonly ahead?: number;
  /** the sender's generator, where it is a bad one */
  readonly random?: Random;
}

interface Delivering {
  /** the name on the envelope */
  readonly from?: string;
  readonly to?: PeerName;
  /** seconds since the scene began */
  readonly after?: number;
  /** whether it is left out of the trace, where there are thousands */
  readonly silent?: boolean;
}

export const ROOM = 'matrice';
/** Who writes all that is written. */
export const AUTHOR = 'gauche';
export const PASSWORD = 'soleil';

export class Scene {
  readonly stage: Stage;
  readonly world: SceneWorld;
  readonly trace: TraceEvent[] = [];
  readonly #keys: Keys;
  readonly #salt: Uint8Array;
  #counter = 0;
  readonly #memories: Record<PeerName, Memory> = { gauche: new Memory(), droite: new Memory() };

  private constructor(stage: Stage, world: SceneWorld, keys: Keys, salt: Uint8Array) {
    this.stage = stage;
    this.world = world;
    this.#keys = keys;
    this.#salt = salt;
  }

  /** Makes the keys that both peers share. */
  static async open(stage: Stage, world: SceneWorld): Promise<Scene> {
    const salt = world.random(SALT_BYTES);
    return new Scene(stage, world, await world.keysFor(stage, PASSWORD, salt), salt);
  }

  /** What gauche sends. */
  seal(text: string, { ahead = 0, random = this.world.random }: Sealing = {}): Token {
    this.#counter += 1;
    const token = this.stage.seal(utf8(text), this.#keys, {
      now: this.world.now + ahead,
      random,
      room: ROOM,
      sender: AUTHOR,
      sending: { salt: this.#salt, counter: this.#counter },
    });
    this.trace.push({ event: 'sent', from: AUTHOR, text, token });
    return token;
  }

  /** What a peer makes of a token that the relay hands it. */
  deliver(token: Token, how: Delivering = {}): Reception {
    const { from = AUTHOR, to = 'droite', after = 0 } = how;
    const context: OpenContext = {
      now: this.world.now + after,
      room: ROOM,
      sender: from,
      self: to,
      memory: this.#memories[to],
    };
    const { steps } = this.stage;
    const failed = steps[walk(steps, attempt(token, this.#keys, context))]?.name;
    const plaintext = tryOpen(this.stage, token, this.#keys, context);
    const text = plaintext && fromUtf8(plaintext);
    if (!how.silent)
      this.trace.push({
        event: 'delivered',
        to,
        from,
        token,
        after,
        ...(text === undefined ? {} : { text }),
        ...(failed ? { failed } : {}),
      });
    return { text, failed };
  }

  /** A peer's program starts again, and has kept nothing. */
  loseMemory(peer: PeerName): void {
    this.#memories[peer] = new Memory();
  }

  field(token: Token, name: FieldName): Uint8Array | undefined {
    return this.stage.fields(token).find((field) => field.name === name)?.bytes;
  }

  forged(token: Token): Token {
    this.trace.push({ event: 'forged', token });
    return token;
  }

  found(text: string): void {
    this.trace.push({ event: 'found', text });
  }

  supposed(text: string): void {
    this.trace.push({ event: 'supposed', text });
  }

  tried(count: number): void {
    this.trace.push({ event: 'tried', count });
  }

  /** Says why there is nothing to get. */
  lacks(what: Lack): 'gets nothing' {
    this.trace.push({ event: 'lacks', what });
    return 'gets nothing';
  }
}
