// The page of the class for somebody who sits in it: the place, the way on, and the way out.
import { addressOf } from '../../i18n/addresses.ts';
import { useFocus } from '../use-focus.ts';
import { ClassStrip } from './ClassStrip.tsx';
import { useClass } from './class-context.ts';
import type { ClassHere } from './class-here.ts';
import { GiveUp } from './GiveUp.tsx';
import { SeatKey } from './SeatKey.tsx';

interface Props {
  readonly here: ClassHere;
  /** whether the form through which one came in stood here before */
  readonly isNew: boolean;
}

export function Seated({ here, isNew }: Props) {
  const { own, base, lang, c, lesson } = useClass();
  const heading = useFocus<HTMLHeadingElement>(isNew);
  const seat = own.seat.value;
  const keeps = own.state.value?.keepsNotebooks === true && seat?.notebook !== undefined;
  return (
    <div class="class-seated">
      <h2 ref={heading} tabIndex={-1}>
        {seat?.pseudonym ? c('seated.hello', { pseudonym: seat.pseudonym }) : c('seated.back')}
      </h2>
      {lesson !== '' && <p class="class-lesson">{lesson}</p>}
      <ClassStrip here={here} bench={false} />
      <p class="class-acts">
        <a class="class-button primary" href={addressOf(base, lang, 1)}>
          {c('seated.start')}
        </a>
        <a class="class-button" href={addressOf(base, lang, 'bench')}>
          {c('seated.bench')}
        </a>
        <a class="class-button" href={addressOf(base, lang, 'sheet')}>
          {c('seated.sheet')}
        </a>
      </p>
      {keeps && (
        <label class="class-check">
          <input
            type="checkbox"
            checked={seat.notebook}
            onChange={({ currentTarget }) => own.allowNotebook(currentTarget.checked)}
          />
          {c('keep.kept')}
        </label>
      )}
      <p role="status">{seat?.notebookGoes && c('keep.goes')}</p>
      {seat && <SeatKey pass={seat.pass} />}
      <GiveUp />
    </div>
  );
}
