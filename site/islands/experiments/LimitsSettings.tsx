// What can go wrong with time: two clocks, the network, and how long the receiver lets a token live.
import { MAX_OFFSET_SECONDS, signed } from '../../chat/clock.ts';
import { MAX_TTL_SECONDS } from '../../chat/peer.ts';
import { type LimitsTrial, other } from '../../experiments/15-limites.ts';
import { FineDial } from './FineDial.tsx';
import type { LimitsSay } from './limits-words.ts';
import type { TtlSay } from './ttl-words.ts';

const MAX_LATENCY_SECONDS = 90;

interface Props {
  readonly trial: LimitsTrial;
  readonly t: LimitsSay;
  readonly shared: TtlSay;
}

export function LimitsSettings({ trial, t, shared }: Props) {
  const { peers, latency } = trial.bench;
  const receiver = peers[other(trial.sender.value)];
  return (
    <div class="limits-settings">
      {Object.values(peers).map(({ name, offset }) => (
        <FineDial
          key={name}
          label={t('limits.clock', { peer: name })}
          least={-MAX_OFFSET_SECONDS}
          most={MAX_OFFSET_SECONDS}
          value={offset.value}
          words={t('limits.seconds', { seconds: signed(offset.value) })}
          onValue={(value) => {
            offset.value = value;
          }}
          t={shared}
        />
      ))}
      <FineDial
        label={t('limits.latency')}
        least={0}
        most={MAX_LATENCY_SECONDS}
        value={latency.value}
        words={t('limits.seconds', { seconds: latency.value })}
        onValue={(value) => {
          latency.value = value;
        }}
        t={shared}
      />
      <FineDial
        label={t('limits.ttl', { peer: receiver.name })}
        least={1}
        most={MAX_TTL_SECONDS}
        value={receiver.ttl.value}
        words={t('limits.seconds', { seconds: receiver.ttl.value })}
        onValue={(value) => {
          receiver.ttl.value = value;
        }}
        t={shared}
      />
      <button type="button" onClick={() => trial.level()}>
        {t('limits.level')}
      </button>
    </div>
  );
}
