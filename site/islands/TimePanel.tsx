// The time of the bench: how long the network takes, and a way to be later than one is.
import { useId, useState } from 'preact/hooks';
import { useBench } from './bench-context.ts';

/** The most that the network can be made to take, in seconds. */
const MAX_LATENCY_SECONDS = 90;

/** The steps by which time can be advanced, in seconds. */
const STEPS = [1, 10, 30, 60];

export function TimePanel() {
  const { bench, t, usable } = useBench();
  const [advanced, setAdvanced] = useState(0);
  const id = useId();
  const { latency, time } = bench;
  const value = t('time.latency.value', { seconds: latency.value });
  const ahead = Math.round(time.ahead.value / 1000);
  return (
    <details class="time" data-time>
      <summary>
        {t('time.name')} <small>{t('time.summary', { latency: latency.value, ahead })}</small>
      </summary>
      <label for={`${id}latency`}>{t('time.latency')}</label>
      <div class="offset">
        <input
          id={`${id}latency`}
          type="range"
          min={0}
          max={MAX_LATENCY_SECONDS}
          value={latency.value}
          disabled={!usable}
          aria-valuetext={value}
          onInput={({ currentTarget }) => {
            latency.value = currentTarget.valueAsNumber;
          }}
        />
        <output for={`${id}latency`}>{value}</output>
      </div>
      <fieldset>
        <legend>{t('time.advance')}</legend>
        {STEPS.map((seconds) => (
          <button
            key={seconds}
            type="button"
            disabled={!usable}
            aria-label={t('time.advance.label', { seconds })}
            onClick={() => {
              time.advance(1000 * seconds);
              setAdvanced(advanced + seconds);
            }}
          >
            {t('time.advance.by', { seconds })}
          </button>
        ))}
        <span role="status">{advanced > 0 && t('time.advanced', { seconds: advanced })}</span>
      </fieldset>
      {bench.isShared() && <p>{t('time.shared')}</p>}
    </details>
  );
}
