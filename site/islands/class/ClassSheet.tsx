// A class on the page of the sheet: the strip, handing in, and the notebook that the server has kept.
import { useEffect, useMemo } from 'preact/hooks';
import type { RelayFile } from '../../chat/relay-choice.ts';
import { accompany } from '../../class/accompany.ts';
import type { Whole } from '../../notebook/whole.ts';
import { useSheet } from '../sheet-context.ts';
import { ClassStrip } from './ClassStrip.tsx';
import { ClassProvider } from './class-context.ts';
import { classHere } from './class-here.ts';
import { HandOver } from './HandOver.tsx';
import { TakeBack } from './TakeBack.tsx';

interface Props {
  readonly file: RelayFile;
  readonly whole: Whole;
}

export function ClassSheet({ file, whole }: Props) {
  const { lang } = useSheet();
  const here = useMemo(() => classHere(file, lang), []);
  useEffect(() => accompany(here, () => ({ question: undefined, stage: undefined })), []);
  const seat = here.own.seat.value;
  const isKept =
    seat?.notebook === true && here.own.state.value?.keepsNotebooks === true && !here.kept.other.value;
  return (
    <ClassProvider value={here}>
      <ClassStrip here={here} bench={false} />
      {isKept && <p>{here.c('keep.here')}</p>}
      {seat && <TakeBack key={`${seat.pass} back`} whole={whole} />}
      {seat && (
        <HandOver key={seat.pass} seat={seat.seat || seat.pass} storage={here.storage} whole={whole} />
      )}
    </ClassProvider>
  );
}
