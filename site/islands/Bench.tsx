// The bench as an island: brings it to life, and lays out its parts.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Bench as BenchState } from '../chat/bench.ts';
import type { BenchWorld, Preset } from '../chat/bench-world.ts';
import { browserWorld } from '../chat/browser-world.ts';
import type { StageCode } from '../chat/packed-code.ts';
import { pageBench } from '../chat/page-bench.ts';
import type { Lang } from '../i18n/langs.ts';
import { BenchView } from './BenchView.tsx';
import { LateInspector, LateStageCodeText } from './late-parts.ts';

const PARTS = { Inspector: LateInspector, StageCodeText: LateStageCodeText };

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly preset: Preset;
  readonly code: StageCode;
}

/** The device's clock, every second. */
function useNow(): ReadonlySignal<number | undefined> {
  const now = useSignal<number>();
  useEffect(() => {
    const tick = () => {
      now.value = Date.now();
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A class brings what it needs, where there is one. */
const placeInClass =
  (lang: Lang): NonNullable<BenchWorld['placeInClass']> =>
  async (...asked) =>
    (await import('./class/late-bench.ts')).placeInClass(lang, ...asked);

export default function Bench({ base, lang, preset, code }: Props) {
  const bench = useMemo(
    () => new BenchState({ ...browserWorld(base), placeInClass: placeInClass(lang) }, preset),
    [],
  );
  const now = useNow();
  useEffect(() => {
    const saveNow = () => bench.saveNow();
    addEventListener('pagehide', saveNow);
    void bench.start();
    pageBench.value = bench;
    return () => removeEventListener('pagehide', saveNow);
  }, []);
  return <BenchView bench={bench} lang={lang} now={now} code={code} parts={PARTS} />;
}
