// A replica of a naive client behind bars, what the reader hands in to it, and what came of it.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type CageOutcome, Cage as CageState } from '../chat/cage.ts';
import type { CageTranslate } from '../i18n/cage-words.ts';
import sheet from './Cage.css?url';
import { CageComposer } from './CageComposer.tsx';
import { CageReport } from './CageReport.tsx';
import { Mark } from './Mark.tsx';
import { styleSheet } from './style-sheet.ts';

await styleSheet(sheet);

interface Props {
  /** the path that the site was built for, with a slash at both ends */
  readonly base: string;
  readonly t: CageTranslate;
  readonly onOutcome?: (outcome: CageOutcome) => void;
}

/** The frame of one replica. It is put into the page by script alone, so that none loads before somebody listens. */
function CageFrame({ cage, base, t }: Omit<Props, 'onOutcome'> & { readonly cage: CageState }) {
  const [running, setRunning] = useState(false);
  useEffect(() => {
    const hear = (event: MessageEvent<unknown>) => cage.hear(event);
    addEventListener('message', hear);
    setRunning(true);
    return () => removeEventListener('message', hear);
  }, []);
  const life = cage.life.value;
  const open = cage.state.value === 'opening' || cage.state.value === 'ready';
  if (!running || !open) return <p class="cage-empty">{t(running ? 'cage.empty' : 'cageSaid.opening')}</p>;
  return (
    <iframe
      key={life}
      title={t('cage.title')}
      sandbox="allow-scripts"
      referrerpolicy="no-referrer"
      loading="lazy"
      src={`${base}cage/naive-client.html#${t.lang}`}
      onLoad={({ currentTarget: { contentWindow } }) => contentWindow && cage.loaded(life, contentWindow)}
    />
  );
}

export function Cage({ base, t, onOutcome }: Props) {
  const latest = useRef(onOutcome);
  latest.current = onOutcome;
  const cage = useMemo(
    () =>
      new CageState({
        later: (milliseconds, run) => void setTimeout(run, milliseconds),
        onOutcome: (outcome) => latest.current?.(outcome),
      }),
    [],
  );
  return (
    <section class="cage" data-cage={cage.state.value} aria-label={t('cage.name')}>
      <div class="cage-parts">
        <CageComposer cage={cage} t={t} />
        <div class="cage-bars">
          <p>
            <Mark kind="tampered" /> {t('cage.bars')}
          </p>
          <CageFrame cage={cage} base={base} t={t} />
        </div>
        <CageReport cage={cage} t={t} />
      </div>
    </section>
  );
}
