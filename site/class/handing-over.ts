// Hands a sheet in: once for each press of the button, until the server has said that it is safe.
import { type Signal, signal } from '@preact/signals';
import type { ClassDesk, DeskTrouble, Receipt } from './class-desk.ts';

const NAME = 'tp-chat-chiffre:handing-over';
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;

/** A press of the button that the server has not answered yet. */
export interface Pressed {
  readonly seat: string;
  readonly key: string;
  readonly sheet: string;
}

interface HandingWorld {
  readonly desk: Pick<ClassDesk, 'handIn' | 'lastHandIn'>;
  /** names the seat whose sheet it is */
  readonly seat: string;
  readonly storage: Storage | undefined;
  newKey(): string;
  later(milliseconds: number, run: () => void): void;
}

export class HandingOver {
  /** of what the server has; undefined while it has nothing, or is not known to */
  readonly receipt: Signal<Receipt | undefined> = signal();
  /** why the last press came to nothing, or has not yet come to something */
  readonly trouble: Signal<DeskTrouble | undefined> = signal();
  readonly underWay: Signal<boolean> = signal(false);
  readonly #world: HandingWorld;
  #pressed: Pressed | undefined;
  #wait = FIRST_RETRY_MS;
  #isTrying = false;

  constructor(world: HandingWorld) {
    this.#world = world;
  }

  /** Goes on with what an earlier page has begun, and asks for what the server has. */
  async start(): Promise<void> {
    this.#pressed = this.#kept();
    if (this.#pressed) await this.retry();
    else this.receipt.value ??= await this.#world.desk.lastHandIn();
  }

  async press(sheet: string): Promise<void> {
    const before = this.#pressed;
    // Pressed again before the server answered: the same sheet is the same press.
    if (before?.sheet !== sheet) this.#keep({ seat: this.#world.seat, key: this.#world.newKey(), sheet });
    await this.retry();
  }

  /** Tries what waits, at once: the line may be back. */
  async retry(): Promise<void> {
    const pressed = this.#pressed;
    if (!pressed || this.#isTrying) return;
    this.#isTrying = true;
    this.underWay.value = true;
    const told = await this.#world.desk.handIn(pressed.sheet, pressed.key);
    this.#isTrying = false;
    if (pressed !== this.#pressed) return this.retry();
    if (told === 'unreached') {
      this.trouble.value = told;
      this.#world.later(this.#wait, () => void this.retry());
      this.#wait = Math.min(2 * this.#wait, LAST_RETRY_MS);
      return;
    }
    this.#keep(undefined);
    this.#wait = FIRST_RETRY_MS;
    this.underWay.value = false;
    this.trouble.value = typeof told === 'string' ? told : undefined;
    if (typeof told !== 'string') this.receipt.value = told;
  }

  /** What was begun is not to be ended: the seat is given up. */
  forget(): void {
    this.#keep(undefined);
    this.underWay.value = false;
    this.receipt.value = undefined;
    this.trouble.value = undefined;
  }

  #kept(): Pressed | undefined {
    try {
      const pressed: Pressed | null = JSON.parse(this.#world.storage?.getItem(NAME) ?? 'null');
      return pressed?.seat === this.#world.seat ? pressed : undefined;
    } catch {
      return undefined;
    }
  }

  #keep(pressed: Pressed | undefined): void {
    this.#pressed = pressed;
    try {
      if (pressed) this.#world.storage?.setItem(NAME, JSON.stringify(pressed));
      else this.#world.storage?.removeItem(NAME);
    } catch {
      // A sheet that is too large for the storage is handed in for as long as this page is there.
      this.#world.storage?.removeItem(NAME);
    }
  }
}
