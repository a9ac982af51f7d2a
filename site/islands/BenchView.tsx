// Draws a bench: the stages, the two peers with the relay between them, the log, and the message that is followed.
import type { ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Bench } from '../chat/bench.ts';
import type { StageCode as PackedCode } from '../chat/packed-code.ts';
import type { Translate } from '../i18n/strings.ts';
import { BenchFoot } from './BenchFoot.tsx';
import { BenchProvider, benchContext } from './bench-context.ts';
import { Console } from './Console.tsx';
import { ConsoleOffer } from './ConsoleOffer.tsx';
import { Inspector } from './Inspector.tsx';
import { PeerWindow } from './PeerWindow.tsx';
import { RelayKnot } from './RelayKnot.tsx';
import { ServerLog } from './ServerLog.tsx';
import { StageCode } from './StageCode.tsx';
import { StageSwitch } from './StageSwitch.tsx';
import { TimePanel } from './TimePanel.tsx';
import './Bench.css';

interface Props {
  readonly bench: Bench;
  readonly t: Translate;
  readonly now: ReadonlySignal<number | undefined>;
  readonly code: PackedCode;
  /** a picture of a bench: nothing on it can be used */
  readonly still?: boolean;
}

export function BenchView({ bench, t, now, code, still = false }: Props) {
  const context = useMemo(() => benchContext(bench, t, now, still), [bench]);
  const ready = bench.places.relay.value !== undefined;
  const sits = bench.chair.operator.value !== undefined;
  return (
    <BenchProvider value={context}>
      <section
        class="bench"
        data-bench
        data-stage={bench.stage.value}
        aria-label={t('bench.name')}
        aria-busy={!ready}
        data-still={still ? '' : undefined}
        inert={still}
      >
        <h2 class="unseen">{t('bench.conversation')}</h2>
        <StageSwitch />
        <div class="wire">
          <PeerWindow peer={bench.peers.gauche} partner={bench.peers.droite} />
          <RelayKnot />
          <PeerWindow peer={bench.peers.droite} partner={bench.peers.gauche} />
        </div>
        <TimePanel />
        <div class="log-and-code">
          <ServerLog />
          <StageCode code={code} still={still} />
        </div>
        {sits && <Console />}
        <Inspector />
        {!sits && !still && <ConsoleOffer />}
        <BenchFoot />
      </section>
    </BenchProvider>
  );
}
