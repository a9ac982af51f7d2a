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
  /** the attacker has asked a receiver, or drawn from a list or a generator, so many times */
  | { readonly event: 'tried'; readonly count: number };

/** What a scene takes from the world: how long the keys take is the world's affair. */
export interface SceneWorld {
  /** the clock at which the scene begins, in seconds */
  readonly now: number;
  readonly random: Random;
  /** @param salt - of the session; only `aead` uses it */
  keysFor(stage: Stage, password: string, salt: Uint8Array): Promise<Keys>;
}

/** What a receiver made of a token. */
export interface Reception {
  readonly text: string | undefined;
  readonly failed: CheckName | undefined;
}

interface Sealing {
  readonly from?: PeerName;
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
export const PASSWORD = 'soleil';

export class Scene {
  readonly stage: Stage;
  readonly world: SceneWorld;
  readonly trace: TraceEvent[] = [];
  readonly #keys: Readonly<Record<PeerName, Keys>>;
  readonly #salts: Readonly<Record<PeerName, Uint8Array>>;
  readonly #counters: Record<PeerName, number> = { gauche: 0, droite: 0 };
  readonly #memories: Record<PeerName, Memory> = { gauche: new Memory(), droite: new Memory() };

  private constructor(
    stage: Stage,
    world: SceneWorld,
    keys: Readonly<Record<PeerName, Keys>>,
    salts: Readonly<Record<PeerName, Uint8Array>>,
  ) {
    this.stage = stage;
    this.world = world;
    this.#keys = keys;
    this.#salts = salts;
  }

  /** Makes the keys of both peers. */
  static async open(stage: Stage, world: SceneWorld): Promise<Scene> {
    const salts = { gauche: world.random(SALT_BYTES), droite: world.random(SALT_BYTES) };
    const keys = {
      gauche: await world.keysFor(stage, PASSWORD, salts.gauche),
      droite: await world.keysFor(stage, PASSWORD, salts.droite),
    };
    return new Scene(stage, world, keys, salts);
  }

  /** What a peer sends. */
  seal(text: string, { from = 'gauche', ahead = 0, random = this.world.random }: Sealing = {}): Token {
    this.#counters[from] += 1;
    const token = this.stage.seal(utf8(text), this.#keys[from], {
      now: this.world.now + ahead,
      random,
      room: ROOM,
      sender: from,
      sending: { salt: this.#salts[from], counter: this.#counters[from] },
    });
    this.trace.push({ event: 'sent', from, text, token });
    return token;
  }

  /** What a peer makes of a token that the relay hands it. */
  deliver(token: Token, how: Delivering = {}): Reception {
    const { from = 'gauche', to = 'droite', after = 0 } = how;
    const context: OpenContext = {
      now: this.world.now + after,
      room: ROOM,
      sender: from,
      self: to,
      memory: this.#memories[to],
    };
    // Whose salt a token bears says whose key it wants; a salt that is no peer's gives the wrong key, as it would there.
    const salt = this.stage.saltIn(token);
    const keys = salt.join() === this.#salts.droite.join() ? this.#keys.droite : this.#keys.gauche;
    const { steps } = this.stage;
    const failed = steps[walk(steps, attempt(token, keys, context))]?.name;
    const plaintext = tryOpen(this.stage, token, keys, context);
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

  tried(count: number): void {
    this.trace.push({ event: 'tried', count });
  }
}
