// The bench as an island: brings it to life, and lays out its parts.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Bench as BenchState } from '../chat/bench.ts';
import type { Preset } from '../chat/bench-world.ts';
import { browserWorld } from '../chat/browser-world.ts';
import type { StageCode } from '../chat/packed-code.ts';
import { pageBench } from '../chat/page-bench.ts';
import { type Lang, translator } from '../i18n/strings.ts';
import { BenchView } from './BenchView.tsx';

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly preset: Preset;
  readonly code: StageCode;
}

/** The device's clock, every second. */
function useNow(): number | undefined {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export default function Bench({ base, lang, preset, code }: Props) {
  const bench = useMemo(() => new BenchState(browserWorld(base), preset), []);
  const now = useNow();
  useEffect(() => {
    const saveNow = () => bench.saveNow();
    addEventListener('pagehide', saveNow);
    void bench.start();
    pageBench.value = bench;
    return () => removeEventListener('pagehide', saveNow);
  }, []);
  return <BenchView bench={bench} t={translator(lang)} now={now} code={code} />;
}
