// The state of a bench as the fragment of a link, which a person can read; and back, from a text that anybody may have written.
import type { StageName } from '#lab/stage.ts';
import { TTL_SECONDS } from '#lab/stages/fernet-ttl.ts';
import { isStageName } from '#lab/stages.ts';
import { readRule } from '#server/mallory/rule.ts';
import { MAX_OFFSET_SECONDS } from './clock.ts';
import type { RuleWords } from './operator.ts';
import { MAX_TTL_SECONDS } from './peer.ts';
import { PEERS, type PeerName, readInvitation, writeInvitation } from './relay-choice.ts';
import { MAX_LATENCY_SECONDS } from './time.ts';

/** What of a window a link tells: never its password, nor what was said there. */
export interface SharedPeer {
  readonly offset: number;
  readonly ttl: number;
  readonly remembers: boolean;
  readonly frozen: boolean;
  readonly draft: string;
}

export interface SharedState {
  readonly stage: StageName;
  readonly peers: Readonly<Record<PeerName, SharedPeer>>;
  /** seconds, of the network */
  readonly latency: number;
  /** seconds by which the time was advanced */
  readonly ahead: number;
  readonly rule: RuleWords | undefined;
}

const VERSION = '1';
/** Longer than any fragment that is written here. */
const MOST_FRAGMENT = 32_000;
/** Of one draft, in UTF-16 units: longer links get lost on their way. */
export const MOST_DRAFT = 2_000;
export const MOST_AHEAD_SECONDS = 86_400;

/** Controls, but for the tab and the end of a line; what turns the direction of a text; and what stands for lost bytes. */
const UNSEEN = /[^\P{Cc}\t\n]|\ufffd|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const draftFits = (text: string) => text.length <= MOST_DRAFT && !UNSEEN.test(text) && text.isWellFormed();

/** Takes the values out of a fragment one by one; what is left at the end was unknown. */
class Reader {
  readonly #values = new Map<string, string>();

  constructor(fragment: string) {
    for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
      if (this.#values.has(name)) throw new RangeError(`${name} twice`);
      this.#values.set(name, value);
    }
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name);
    this.#values.delete(name);
    return value;
  }

  whole(name: string, least: number, most: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!/^(?:0|-?[1-9]\d{0,5})$/.test(text) || value < least || value > most) throw new RangeError(name);
    return value;
  }

  flag(name: string): boolean {
    return this.whole(name, 1, 1) === 1;
  }

  /** @throws RangeError where something is left that nobody asked for */
  end(): void {
    if (this.#values.size > 0) throw new RangeError('unknown');
  }
}

function readPeer(values: Reader, name: PeerName): SharedPeer {
  const draft = values.text(`${name}-texte`) ?? '';
  if (!draftFits(draft)) throw new RangeError('draft');
  return {
    offset: values.whole(name, -MAX_OFFSET_SECONDS, MAX_OFFSET_SECONDS) ?? 0,
    ttl: values.whole(`${name}-ttl`, 1, MAX_TTL_SECONDS) ?? TTL_SECONDS,
    remembers: values.flag(`${name}-memoire`),
    frozen: values.flag(`${name}-iv-fige`),
    draft,
  };
}

/** The words of a rule in a link, and what the wire calls them. */
const RULE = [
  ['regle-de', 'from'],
  ['regle-nom', 'as'],
  ['regle-masque', 'mask'],
  ['regle-chaque', 'every'],
  ['regle-secondes', 'seconds'],
  ['regle-fois', 'times'],
  ['regle-octet', 'offset'],
] as const;
const UNTIL = [
  ['regle-messages', 'messages'],
  ['regle-duree', 'seconds'],
] as const;
const IS_TEXT = new Set(['from', 'as', 'mask']);
const DEFAULTS: Readonly<Record<string, number>> = { every: 1, seconds: 0, times: 1, offset: 0 };

const MOST_OF_A_RULE = 65_535;

/** @throws RangeError, or RelayError from the relay's own door */
function ruleIn(values: Reader): RuleWords | undefined {
  const act = values.text('regle');
  if (act === undefined) return undefined;
  const words = RULE.map(([name, field]) => [
    field,
    IS_TEXT.has(field) ? values.text(name) : values.whole(name, 0, MOST_OF_A_RULE),
  ]);
  const until = UNTIL.map(([name, field]) => [field, values.whole(name, 1, MOST_OF_A_RULE)] as const);
  const known = (pairs: readonly (readonly unknown[])[]) =>
    Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
  const span = known(until);
  return readRule({ act, ...known(words), ...(Object.keys(span).length > 0 ? { for: span } : {}) });
}

/** A link that was pasted where links are encoded, has its own signs encoded too. @throws URIError for half a character */
const asWritten = (fragment: string) =>
  /^#?etat%3D/i.test(fragment) ? decodeURIComponent(fragment) : fragment;

/** @returns undefined for what is damaged, unknown or out of bounds */
export function readState(link: string): SharedState | undefined {
  if (link.length > MOST_FRAGMENT) return undefined;
  try {
    const values = new Reader(asWritten(link));
    if (values.text('etat') !== VERSION) return undefined;
    // An invitation to a room may stand beside it: see relay-choice.ts.
    for (const name of ['room', 'peer']) values.text(name);
    const stage = values.text('stage');
    if (stage === undefined || !isStageName(stage)) return undefined;
    const state: SharedState = {
      stage,
      peers: { gauche: readPeer(values, 'gauche'), droite: readPeer(values, 'droite') },
      latency: values.whole('latence', 0, MAX_LATENCY_SECONDS) ?? 0,
      ahead: values.whole('avance', 0, MOST_AHEAD_SECONDS) ?? 0,
      rule: ruleIn(values),
    };
    values.end();
    return state;
  } catch {
    return undefined;
  }
}

/** The fragment that leads to a state; what stands at its first setting is left out, and so is a draft that does not fit. */
export function writeState({ stage, peers, latency, ahead, rule }: SharedState): string {
  const values = new URLSearchParams({ etat: VERSION, stage });
  const put = (name: string, value: string | number | undefined, first: string | number) => {
    if (value !== undefined && value !== first) values.set(name, String(value));
  };
  for (const name of PEERS) {
    const { offset, ttl, remembers, frozen, draft } = peers[name];
    put(name, offset, 0);
    put(`${name}-ttl`, ttl, TTL_SECONDS);
    put(`${name}-memoire`, Number(remembers), 0);
    put(`${name}-iv-fige`, Number(frozen), 0);
    if (draftFits(draft)) put(`${name}-texte`, draft, '');
  }
  put('latence', latency, 0);
  put('avance', Math.min(ahead, MOST_AHEAD_SECONDS), 0);
  put('regle', rule?.act, '');
  for (const [name, field] of RULE) put(name, rule?.[field], DEFAULTS[field] ?? '');
  for (const [name, field] of UNTIL) put(name, rule?.for?.[field], '');
  return `#${values}`;
}

/** The fragment that is left when the state is taken out of one: an invitation, or none. */
export function withoutState(fragment: string): string {
  const invitation = readInvitation(fragment);
  return invitation ? writeInvitation(invitation) : '';
}

/** Whether a link to this state leaves a draft out. */
export const leavesDraftOut = ({ peers }: SharedState): boolean =>
  PEERS.some((name) => !draftFits(peers[name].draft));
