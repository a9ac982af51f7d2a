// The code that makes the present stage, below the server's log or beside it: what runs here, or what a student writes.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StageCode as Packed } from '../chat/packed-code.ts';
import { readCodeOpen, writeCodeOpen } from '../notebook/code-choice.ts';
import { useBench } from './bench-context.ts';
import './Code.css';
import './StageCode.css';

export interface CodeTextProps {
  readonly code: Packed;
  readonly still: boolean;
}

interface Props extends CodeTextProps {
  /** what shows the code once it is open */
  readonly text: ComponentType<CodeTextProps>;
}

/** @param still - a picture of it: open, and with nothing to choose */
export function StageCode({ code, still, text: Text }: Props) {
  const { bench, t } = useBench();
  const [open, setOpen] = useState(still);
  const frame = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // Where there is room beside the log, it is open from the start.
    const beside = frame.current && getComputedStyle(frame.current).getPropertyValue('--beside') === 'yes';
    setOpen(readCodeOpen() ?? beside === true);
  }, []);
  const onToggle = ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }) => {
    if (currentTarget.open === open) return; // not the reader's doing
    writeCodeOpen(currentTarget.open);
    setOpen(currentTarget.open);
  };
  return (
    <details ref={frame} class="stage-code" data-stage-code open={open} onToggle={onToggle}>
      <summary>
        <h3>{t('code.name')}</h3> {t(`stage.${bench.stage.value}`)}
      </summary>
      {open && <Text code={code} still={still} />}
    </details>
  );
}
