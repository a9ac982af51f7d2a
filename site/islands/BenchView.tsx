// Draws a bench: the stages, the two peers with the relay between them, the log, and the message that is followed.
import type { ReadonlySignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Bench } from '../chat/bench.ts';
import type { StageCode as PackedCode } from '../chat/packed-code.ts';
import type { Peer } from '../chat/peer.ts';
import type { Lang } from '../i18n/langs.ts';
import { translator } from '../i18n/strings.ts';
import { BenchFoot } from './BenchFoot.tsx';
import { BenchProvider, benchContext, useBench } from './bench-context.ts';
import { ConsoleOffer } from './ConsoleOffer.tsx';
import { Linked } from './Linked.tsx';
import { LateConsole } from './late-parts.ts';
import { PeerWindow } from './PeerWindow.tsx';
import { RelayKnot } from './RelayKnot.tsx';
import { ServerLog } from './ServerLog.tsx';
import { type CodeTextProps, StageCode } from './StageCode.tsx';
import { StageSwitch } from './StageSwitch.tsx';
import { TimePanel } from './TimePanel.tsx';
import './Bench.css';

interface Parts {
  readonly Inspector: FunctionComponent;
  readonly StageCodeText: FunctionComponent<CodeTextProps>;
}

interface Props {
  readonly bench: Bench;
  readonly lang: Lang;
  readonly now: ReadonlySignal<number | undefined>;
  readonly code: PackedCode;
  /** those that a page fetches when they are used, and a picture has from the start */
  readonly parts: Parts;
  /** a picture of a bench: nothing on it can be used */
  readonly still?: boolean;
}

function Followed({ Inspector }: Pick<Parts, 'Inspector'>) {
  const { bench, reading, t } = useBench();
  return reading.message.value || bench.exhibit.value ? (
    <Inspector />
  ) : (
    <p class="inspector-hint">{t('inspector.hint')}</p>
  );
}

const isConnecting = ({ session, presence }: Peer) => session.value && presence.value === 'connecting';

export function BenchView({
  bench,
  lang,
  now,
  code,
  parts: { Inspector, StageCodeText },
  still = false,
}: Props) {
  const context = useMemo(() => benchContext(bench, lang, now, still), [bench]);
  const t = translator(lang);
  const ready = bench.places.relay.value !== undefined && !Object.values(bench.peers).some(isConnecting);
  const sits = bench.chair.operator.value !== undefined;
  const sat = useRef(false); // whoever gets up is told what became of what was left
  sat.current ||= sits;
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
        {!still && <Linked />}
        <StageSwitch />
        <div class="wire">
          <PeerWindow peer={bench.peers.gauche} partner={bench.peers.droite} />
          <RelayKnot />
          <PeerWindow peer={bench.peers.droite} partner={bench.peers.gauche} />
        </div>
        <TimePanel />
        <div class="log-and-code">
          <ServerLog />
          <StageCode code={code} text={StageCodeText} still={still} />
        </div>
        {sat.current && <LateConsole />}
        <Followed Inspector={Inspector} />
        {!sits && !still && <ConsoleOffer />}
        <BenchFoot />
      </section>
    </BenchProvider>
  );
}
