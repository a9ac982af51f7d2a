// What there is to do before a message is captured: to sit down, to have gauche write, or to ask for either where it is elsewhere.
import type { Bench } from '../../chat/bench.ts';
import { seatOf } from '../../experiments/seat.ts';
import { useHeir } from '../use-heir.ts';

interface Props {
  readonly bench: Bench;
  readonly say: (word: 'refusedSeat' | 'begin' | 'sit' | 'write' | 'ask') => string;
  /** sits down where the seat is free, and has gauche write where she is in this page */
  onBegin(): void;
}

export function Capturing({ bench, say, onBegin }: Props) {
  const begin = useHeir<HTMLButtonElement>('.exp-row select'); // the first thing that is asked of whoever captured one
  const seat = seatOf(bench);
  const isGaucheHere = bench.peers.gauche.session.value !== undefined;
  const act = isGaucheHere ? 'begin' : 'sit';
  return (
    <>
      {seat === 'refused' && <p>{say('refusedSeat')}</p>}
      {!isGaucheHere && seat === 'own' && <p>{say('ask')}</p>}
      {(isGaucheHere || seat === 'free') && (
        <button ref={begin} key="begin" type="button" class="exp-act" onClick={onBegin}>
          {say(seat === 'free' ? act : 'write')}
        </button>
      )}
    </>
  );
}
