// What the time of the bench is set with: how long the network takes, and a way to be later than one is.
import { useId, useState } from 'preact/hooks';
import { MAX_LATENCY_SECONDS } from '../chat/time.ts';
import { timeWords } from '../i18n/time-words.ts';
import { useBench } from './bench-context.ts';

/** The steps by which time can be advanced, in seconds. */
const STEPS = [1, 10, 30, 60];

function Latency() {
  const { bench, lang, usable } = useBench();
  const t = timeWords(lang);
  const id = useId();
  const { latency, network } = bench;
  const value = t('time.seconds', { seconds: latency.value });
  const underWay = network.underWay.value;
  return (
    <div class="latency">
      <label for={id}>{t('time.latency')}</label>
      <div class="offset">
        <input
          id={id}
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
        <output for={id}>{value}</output>
      </div>
      <p role="status">
        {underWay === 1 && t('time.underWayOne')}
        {underWay > 1 && t('time.underWay', { count: underWay })}
      </p>
    </div>
  );
}

function Advance() {
  const { bench, lang, usable } = useBench();
  const t = timeWords(lang);
  const [advanced, setAdvanced] = useState(0);
  const { time } = bench;
  return (
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
      {time.ahead.value > 0 && (
        <button
          type="button"
          disabled={!usable}
          onClick={() => {
            time.catchUp();
            setAdvanced(0);
          }}
        >
          {t('time.catchUp')}
        </button>
      )}
      <p role="status">{advanced > 0 && t('time.advanced', { seconds: advanced })}</p>
    </fieldset>
  );
}

export function TimeControls() {
  const { bench, lang } = useBench();
  return (
    <div class="time-controls">
      <Latency />
      <Advance />
      {bench.places.isShared() && <p class="time-shared">{timeWords(lang)('time.shared')}</p>}
    </div>
  );
}
