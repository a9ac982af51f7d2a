// The page of the class: the way in, or the seat that one has.
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { RelayFile } from '../../chat/relay-choice.ts';
import { accompany } from '../../class/accompany.ts';
import { keptCode } from '../../class/join-code.ts';
import type { Lang } from '../../i18n/langs.ts';
import { ClassProvider } from './class-context.ts';
import { type ClassHere, classHere } from './class-here.ts';
import { JoinForm } from './JoinForm.tsx';
import { Seated } from './Seated.tsx';

interface Props {
  readonly here: ClassHere;
  readonly code: string | undefined;
}

function ClassPage({ here, code }: Props) {
  const seated = here.own.seat.value !== undefined;
  const wasOutside = useRef(!seated);
  useEffect(() => (seated ? keptCode.keep(undefined) : undefined), [seated]);
  return (
    <ClassProvider value={here}>
      {seated ? <Seated here={here} isNew={wasOutside.current} /> : <JoinForm code={code} />}
    </ClassProvider>
  );
}

/** @param code - that came with the address */
export function showClass(place: Element, file: RelayFile, lang: Lang, code: string | undefined): void {
  const here = classHere(file, lang);
  accompany(here, () => ({ question: undefined, stage: undefined }));
  render(<ClassPage here={here} code={code} />, place);
}
