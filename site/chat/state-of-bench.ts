// Sets a bench as a link says, and back again: settings, drafts and the relay's rule, never what was said, nor a password.
import { effect } from '@preact/signals';
import type { Bench } from './bench.ts';
import type { RuleWords } from './operator.ts';
import { PEERS, type PeerName } from './relay-choice.ts';
import type { SharedPeer, SharedState } from './state-link.ts';

function sharedPeer(bench: Bench, name: PeerName): SharedPeer {
  const { offset, ttl, remembers, frozen, draft } = bench.peers[name];
  return {
    offset: offset.value,
    ttl: ttl.value,
    remembers: remembers.value,
    frozen: frozen.value,
    draft: draft.value,
  };
}

/** What a link would tell of the bench as it stands. */
export function stateOf(bench: Bench): SharedState {
  return {
    stage: bench.stage.value,
    peers: { gauche: sharedPeer(bench, 'gauche'), droite: sharedPeer(bench, 'droite') },
    latency: bench.latency.value,
    ahead: Math.round(bench.time.ahead.value / 1000),
    rule: bench.chair.operator.value?.rule.value,
  };
}

/** A bench as it stood, for the way back. */
export interface Before {
  readonly state: SharedState;
  readonly sat: boolean;
}

export const asItStands = (bench: Bench): Before => ({
  state: stateOf(bench),
  sat: bench.chair.operator.value !== undefined,
});

/** Takes the chair where it must, and tells the relay its rule once it listens. */
function setRule(bench: Bench, rule: RuleWords | undefined): void {
  if (!rule && !bench.chair.operator.value?.rule.value) return;
  bench.places.operate();
  const operator = bench.chair.operator.value;
  if (!operator) return;
  let told = false;
  const stop = effect(() => {
    if (told || operator.presence.value !== 'present') return;
    told = operator.setRule(rule);
    if (told) queueMicrotask(() => stop());
  });
}

/**
 * Sets everything but the rule where others may write in the room: a link must not make them a malicious relay.
 * @returns whether the rule was left out
 */
export function applyState(bench: Bench, state: SharedState): boolean {
  bench.setStage(state.stage);
  for (const name of PEERS) {
    const [peer, wanted] = [bench.peers[name], state.peers[name]];
    peer.offset.value = wanted.offset;
    peer.ttl.value = wanted.ttl;
    peer.remembers.value = wanted.remembers;
    peer.frozen.value = wanted.frozen;
    peer.draft.value = wanted.draft;
  }
  bench.latency.value = state.latency;
  if (Math.round(bench.time.ahead.value / 1000) !== state.ahead) {
    bench.time.catchUp();
    bench.time.advance(1000 * state.ahead);
  }
  if (bench.places.isShared()) return state.rule !== undefined;
  setRule(bench, state.rule);
  return false;
}

export function goBack(bench: Bench, { state, sat }: Before): void {
  applyState(bench, state);
  if (!sat && !bench.places.isShared()) bench.chair.rise();
}

/** Starts the conversation again under a state; the passwords stay. */
export function startAgainWith(bench: Bench, state: SharedState): void {
  const passwords = PEERS.map((name) => [name, bench.peers[name].password.value] as const);
  bench.reset();
  for (const [name, password] of passwords) bench.peers[name].password.value = password;
  applyState(bench, state);
}
