// One message in the reader's hands: its bytes, the name on its envelope, who gets it, when, and how often.
import { useState } from 'preact/hooks';
import type { StageName } from '#lab/stage.ts';
import type { Seen } from '#server/mallory/journal.ts';
import type { Payload } from '#server/payload.ts';
import type { Operator } from '../chat/operator.ts';
import { PEERS } from '../chat/relay-choice.ts';
import type { Key } from '../i18n/strings.ts';
import { useBench } from './bench-context.ts';
import { ForgedBytes } from './ForgedBytes.tsx';

interface CountProps {
  readonly word: Key;
  readonly least: number;
  readonly most: number;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Count({ word, least, most, value, onValue }: CountProps) {
  const { t } = useBench();
  return (
    <label>
      {t(word)}
      <input
        type="number"
        required
        min={least}
        max={most}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </label>
  );
}

interface Props {
  readonly chair: Operator;
  readonly target: Seen;
  readonly stage: StageName;
}

export function Forge({ chair, target, stage }: Props) {
  const { t } = useBench();
  const [message, setMessage] = useState<Payload | undefined>(target.message);
  const [last, setLast] = useState(target.message);
  const [user, setUser] = useState(target.user);
  const [to, setTo] = useState('');
  const [times, setTimes] = useState('1');
  const [seconds, setSeconds] = useState('0');
  const [restored, setRestored] = useState(0);
  const change = (changed: Payload | undefined) => {
    setMessage(changed);
    if (changed) setLast(changed);
  };
  const handOut = (event: Event) => {
    event.preventDefault();
    const readers = to === '' ? {} : { to: [to] };
    const how = { times: Number(times), seconds: Number(seconds) };
    if (message) chair.handOut({ user, message, of: target.seq, ...readers, ...how });
  };
  return (
    <form class="forge" onSubmit={handOut} aria-label={t('forge.name', { seq: target.seq })}>
      <header>
        <h4>{t('forge.name', { seq: target.seq })}</h4>
        <button
          type="button"
          disabled={message === target.message}
          onClick={() => {
            change(target.message);
            setRestored(restored + 1);
          }}
        >
          {t('forge.restore')}
        </button>
      </header>
      <ForgedBytes key={restored} stage={stage} message={last} onMessage={change} />
      <div class="row">
        <label>
          {t('forge.user')}
          <input
            value={user}
            maxLength={64}
            required
            onInput={({ currentTarget }) => setUser(currentTarget.value)}
          />
        </label>
        <label>
          {t('forge.to')}
          <select value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)}>
            <option value="">{t('forge.toAll')}</option>
            {PEERS.map((peer) => (
              <option key={peer} value={peer}>
                {peer}
              </option>
            ))}
          </select>
        </label>
        <Count word="forge.times" least={1} most={20} value={times} onValue={setTimes} />
        <Count word="forge.seconds" least={0} most={600} value={seconds} onValue={setSeconds} />
      </div>
      <button type="submit" class="hand-out" disabled={message === undefined}>
        {t('forge.handOut')}
      </button>
    </form>
  );
}
