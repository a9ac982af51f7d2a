// What stands on the envelope of a message that is handed out, and when and how often that is done.
import type { ComponentChildren } from 'preact';
import type { Handing } from '../chat/operator.ts';
import { PEERS } from '../chat/relay-choice.ts';
import { useBench } from './bench-context.ts';
import { Count } from './Count.tsx';
import { useChairWords } from './use-chair-words.ts';

/** An envelope as the reader fills it in. */
export interface EnvelopeDraft {
  readonly user: string;
  /** a name, or nothing for all but the author */
  readonly to: string;
  readonly times: string;
  readonly seconds: string;
}

export const FIRST_ENVELOPE: Omit<EnvelopeDraft, 'user'> = { to: '', times: '1', seconds: '0' };

/** The words of an order, without those that say nothing new. @param author - of the message that this one is made of */
export function handingOf({ user, to, times, seconds }: EnvelopeDraft, author: string | undefined): Handing {
  return {
    ...(user === author ? {} : { user }),
    ...(to === '' ? {} : { to: [to] }),
    times: Number(times),
    seconds: Number(seconds),
  };
}

interface Props {
  readonly envelope: EnvelopeDraft;
  /** what hands it out */
  readonly children: ComponentChildren;
  readonly onEnvelope: (envelope: EnvelopeDraft) => void;
}

export function Envelope({ envelope, onEnvelope, children }: Props) {
  const { bench } = useBench();
  const t = useChairWords();
  const { user, to, times, seconds } = envelope;
  const set = (changed: Partial<EnvelopeDraft>) => onEnvelope({ ...envelope, ...changed });
  const readers = [...new Set([...PEERS, ...bench.users.value])];
  return (
    <div class="row envelope">
      <label>
        {t('forge.user')}
        <input
          value={user}
          maxLength={64}
          required
          autocomplete="off"
          onInput={({ currentTarget }) => set({ user: currentTarget.value })}
        />
      </label>
      <label>
        {t('forge.to')}
        <select value={to} onChange={({ currentTarget }) => set({ to: currentTarget.value })}>
          <option value="">{t('forge.toAll')}</option>
          {readers.map((reader) => (
            <option key={reader} value={reader}>
              {reader}
            </option>
          ))}
        </select>
      </label>
      <Count
        word="forge.times"
        least={1}
        most={20}
        value={times}
        onValue={(value) => set({ times: value })}
      />
      <Count
        word={Number(times) > 1 ? 'forge.interval' : 'forge.seconds'}
        least={0}
        most={600}
        value={seconds}
        onValue={(value) => set({ seconds: value })}
      />
      {children}
    </div>
  );
}
