// The time of the bench, in a line; what sets it comes when the line is opened.
import { useState } from 'preact/hooks';
import { useBench } from './bench-context.ts';
import { LateTimeControls } from './late-parts.ts';

export function TimePanel() {
  const { bench, t } = useBench();
  const [open, setOpen] = useState(false);
  const seconds = bench.latency.value;
  const ahead = Math.round(bench.time.ahead.value / 1000);
  return (
    <details class="time" data-time onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="time-name">{t('time.name')}</span>
        <span>{seconds === 0 ? t('time.summary.fast') : t('time.summary.slow', { seconds })}</span>
        <span>{ahead === 0 ? t('time.summary.onTime') : t('time.summary.ahead', { seconds: ahead })}</span>
      </summary>
      {open && <LateTimeControls />}
    </details>
  );
}
