// Watches over a running server: what its doors tell becomes figures, and lines of the operations log.
import type { Metrics } from './metrics.ts';
import type { OperationsLog } from './operations-log.ts';
import type { AnyRefusalCode, Watch } from './watch.ts';

/** Refusals of everyday life: they are counted, and worth no line. */
const ORDINARY = new Set<AnyRefusalCode>(['NOT_HELD', 'NOT_SEEN']);

/** @param metrics - asked at each event, since they are there only when all else is */
export function watchWith(log: OperationsLog, metrics: () => Metrics | undefined): Watch {
  return {
    upgradeRefused(status, address) {
      metrics()?.upgradesRefused.inc({ status: status.slice(0, 3) });
      log.note('upgrade refused', { status, from: log.from(address) });
    },
    cut(why, address) {
      metrics()?.cut.inc({ why });
      log.note('cut', { why, from: log.from(address) });
    },
    refused(code, address) {
      if (!ORDINARY.has(code)) log.note('refused', { code, from: log.from(address) });
    },
    handIn(outcome, address) {
      const name = outcome === 'accepted' ? outcome : outcome.code;
      metrics()?.handIns.inc({ outcome: name });
      if (outcome !== 'accepted') log.note('hand-in refused', { code: name, from: log.from(address) });
    },
    fault: (where, error) => log.fault(where, error),
  };
}
