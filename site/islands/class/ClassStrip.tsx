// The strip of a class: where one sits, who is there, and what the teacher wants to be known.
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { addressOf } from '../../i18n/addresses.ts';
import { ClassAlert } from './ClassAlert.tsx';
import { ClassNews } from './ClassNews.tsx';
import { ClassProvider, useClass } from './class-context.ts';
import type { ClassHere } from './class-here.ts';
import { NotebookConsent } from './NotebookConsent.tsx';
import { OwnPlace } from './OwnPlace.tsx';
import { Revealed } from './Revealed.tsx';
import { Vote } from './Vote.tsx';

interface Props {
  readonly here: ClassHere;
  readonly question?: number | undefined;
  /** whether the page's address has led to another room than the own one */
  readonly elsewhere?: boolean;
  /** whether a bench stands below, which can keep to itself */
  readonly bench?: boolean;
}

/** What somebody sees who has no seat. */
function Offer() {
  const { own, base, lang, c, lesson, over } = useClass();
  if (over) return <p>{c('notice.LESSON_ENDED')}</p>;
  return (
    <p class="class-offer">
      <span>{own.refusal.value !== undefined ? c('class.gone') : c('class.here', { lesson })}</span>
      <a class="class-button" href={addressOf(base, lang, 'class')}>
        {c('class.join')}
      </a>
    </p>
  );
}

/** Beside all that may hold it in its own frame. */
function useAlert(here: ClassHere) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const host = document.createElement('div');
    if (strip.current) render(<ClassAlert here={here} strip={strip.current} />, host);
    document.body.append(host);
    return () => {
      render(null, host);
      host.remove();
    };
  }, []);
  return strip;
}

export function ClassStrip({ here, question, elsewhere = false, bench = true }: Props) {
  const { own, c } = here;
  const seated = own.seat.value !== undefined;
  const state = own.state.value;
  const strip = useAlert(here);
  return (
    <ClassProvider value={here}>
      <section class="class-strip" data-class-strip aria-label={c('class.name')} ref={strip} tabIndex={-1}>
        {elsewhere && (
          <p role="status">
            {c('class.elsewhere')}{' '}
            <a href={location.pathname} onClick={() => setTimeout(() => location.reload())}>
              {c('class.back')}
            </a>
          </p>
        )}
        {seated ? <OwnPlace bench={bench} /> : <Offer />}
        {seated && <ClassNews />}
        {seated && state?.vote && !state.ended && (
          <Vote key={state.vote.question} vote={state.vote} question={question} />
        )}
        {seated && state && <Revealed revealed={state.revealed} question={question} />}
        {seated && state?.keepsNotebooks && <NotebookConsent />}
      </section>
    </ClassProvider>
  );
}
