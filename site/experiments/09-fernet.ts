// Question 9: ten changed bytes, ten refusals; then the same weak password under SHA-256 and under PBKDF2.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { utf8 } from '#lab/bytes.ts';
import type { FieldName, StageName } from '#lab/stage.ts';
import { stages } from '#lab/stages.ts';
import type { Seen } from '#server/mallory/journal.ts';
import type { Bench } from '../chat/bench.ts';
import { DictionaryRun } from '../chat/dictionary.ts';
import { Keyring } from '../chat/keyring.ts';
import { toToken } from '../chat/payload.ts';
import { fieldsOf, forged, lastSeen } from './captured.ts';
import { changedPlaces } from './changed-places.ts';
import { deliveriesOf, isAccepted, isTampered } from './deliveries.ts';
import { once } from './experiment.ts';
import { Handouts } from './handouts.ts';
import { seatOf, sitDown } from './seat.ts';
import { speedRatio } from './speed-ratio.ts';

export const TEXT = 'rdv 14h';

/** How many changes the reader is asked to try. */
export const EDITS = 10;

/** How many fields a token has. */
export const FIELDS = 5;

/** A password that the attacker's list holds, but not at its beginning. */
export const FIRST_PASSWORD = 'Marseille2013!';

type EditableField = Exclude<FieldName, 'unreadable'>;

export interface Race {
  readonly fast: DictionaryRun;
  readonly slow: DictionaryRun;
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

export class FernetTrial {
  readonly bench: Bench;
  readonly field: Signal<EditableField> = signal('ciphertext');
  /** which byte of the field, counted from 1 */
  readonly ordinal: Signal<number> = signal(1);
  readonly password: Signal<string> = signal(FIRST_PASSWORD);
  readonly race: Signal<Race | undefined> = signal();
  /** whether the keys of the race are being made */
  readonly preparing: Signal<boolean> = signal(false);
  readonly goals: ReadonlySignal<readonly { name: 'edits' | 'race'; done: boolean }[]>;
  readonly #handouts: Handouts;
  readonly #keyring = new Keyring();
  #stopWaiting = () => {};
  #over = false;

  constructor(bench: Bench) {
    this.bench = bench;
    this.#handouts = new Handouts(bench);
    const edits = once(
      computed(() => {
        const { accepted, places, fields } = this.edited();
        return accepted === 0 && places >= EDITS && fields === FIELDS;
      }),
    );
    const raced = once(computed(() => this.ratio() !== undefined));
    this.goals = computed(() => [
      { name: 'edits', done: edits() },
      { name: 'race', done: raced() },
    ]);
  }

  /** Has gauche send a message at stage Fernet, with the reader in the server's chair, unless it was refused to him. */
  begin(): void {
    this.bench.setStage('fernet');
    this.#stopWaiting();
    if (seatOf(this.bench) !== 'refused') this.#stopWaiting = sitDown(this.bench, undefined);
    const { gauche } = this.bench.peers;
    if (!gauche.session.value) return;
    gauche.draft.value = TEXT;
    void gauche.sendDraft();
  }

  captured(): Seen | undefined {
    return lastSeen(this.bench, 'fernet');
  }

  fields(): readonly EditableField[] {
    const captured = this.captured();
    return captured ? fieldsOf(captured, 'fernet') : [];
  }

  /** How many bytes the chosen field has. */
  size(): number {
    const captured = this.captured();
    const fields = captured ? stages.fernet.fields(toToken(captured.message)) : [];
    return fields.find(({ name }) => name === this.field.value)?.bytes.length ?? 0;
  }

  canEdit(): boolean {
    const ordinal = this.ordinal.value;
    return Number.isInteger(ordinal) && ordinal >= 1 && ordinal <= this.size();
  }

  /** Flips a bit of the chosen byte, and hands the token to droite. */
  edit(): void {
    const captured = this.captured();
    if (!captured || !this.canEdit()) return;
    const message = forged(captured, 'fernet', this.field.value, this.ordinal.value - 1);
    if (message) this.#handouts.handOut(captured, { message });
  }

  /**
   * What came of the changed tokens; how many of those refused, or handed to a droite elsewhere, are different ones,
   * and how many fields they touch.
   */
  edited(): Record<'accepted' | 'refused' | 'places' | 'fields', number> {
    const edited = deliveriesOf(this.bench.timeline.value).filter(
      (delivery) => delivery.receipt.stage === 'fernet' && isTampered(delivery),
    );
    const refused = edited.filter((delivery) => !isAccepted(delivery));
    const handed = this.#handouts.delivered().map(({ message: { payload }, receipt }) => ({
      message: { stage: 'fernet', payload } as const,
      receipt,
    }));
    const changes = [...refused, ...handed].map(changedPlaces).filter((places) => places.length > 0);
    const names = changes.map((places) => places.map(({ field, at }) => `${field} ${at}`).join());
    return {
      accepted: edited.length - refused.length,
      refused: refused.length,
      places: new Set(names).size,
      fields: new Set(changes.flat().map(({ field }) => field)).size,
    };
  }

  /** Seals one text with the weak password at both stages, and sets an attacker on each, one worker for each. */
  async start(): Promise<void> {
    this.stop();
    this.preparing.value = true;
    const [slow, fast] = await Promise.all([this.#sealed('hazmat'), this.#sealed('fernet')]);
    this.preparing.value = false;
    if (this.#over) return;
    this.race.value = {
      fast: new DictionaryRun('sha256', fast, { workers: 1 }),
      slow: new DictionaryRun('pbkdf2', slow, { workers: 1 }),
    };
  }

  stop(): void {
    const race = this.race.value;
    race?.fast.stop();
    race?.slow.stop();
  }

  /** How many times as many candidates SHA-256 lets the attacker try; undefined until enough was tried to tell. */
  ratio(): number | undefined {
    const race = this.race.value;
    if (!race) return undefined;
    const sampleOf = ({ perSecond, tried, seconds }: DictionaryRun) => ({
      perSecond: perSecond.value,
      tried: tried.value,
      seconds: seconds.value,
    });
    return speedRatio(sampleOf(race.fast), sampleOf(race.slow));
  }

  end(): void {
    this.#over = true;
    this.#stopWaiting();
    this.stop();
  }

  async #sealed(name: StageName) {
    const stage = stages[name];
    const keys = await this.#keyring.keysFor(stage, this.password.value);
    return stage.seal(utf8(TEXT), keys, { now: Math.floor(Date.now() / 1000), random });
  }
}
