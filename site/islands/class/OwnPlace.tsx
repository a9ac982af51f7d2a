// Where a student sits and with whom; the hand that can be raised, and the way to work alone for a while.
import type { Neighbour } from '#server/class/wire.ts';
import { useClass } from './class-context.ts';

function Beside({ neighbour: { pseudonym, chair, present } }: { readonly neighbour: Neighbour }) {
  const { own, c } = useClass();
  // What was known before the line was cut may have changed.
  const isKnown = own.line.value === 'up';
  return (
    <li class={present ? undefined : 'is-away'}>
      <span class="class-chair">{c(`class.chair.${chair}`)}</span> {pseudonym}
      {isKnown && <span class="class-presence">{c(present ? 'class.present' : 'class.away')}</span>}
    </li>
  );
}

function Line() {
  const { own, c } = useClass();
  const line = own.line.value;
  const isDown = line === 'lost' || line === 'over';
  return (
    <>
      <div role="status">{isDown && <p class="class-news is-frozen">{c(`class.${line}`)}</p>}</div>
      {!isDown && !own.room.value && <p>{c('class.reaching')}</p>}
    </>
  );
}

export function OwnPlace({ bench }: { readonly bench: boolean }) {
  const { own, c } = useClass();
  const room = own.room.value;
  const ended = own.state.value?.ended === true;
  const alone = own.alone.value;
  const unsaid = own.unsaidHelp.value;
  const wants = unsaid ?? own.wantsHelp.value;
  return (
    <>
      <div class="class-place">
        {room && (
          <p>
            <strong>{c('class.room', { number: room.number })}</strong>{' '}
            {c('class.you', { chair: c(`class.chair.${room.chair}`) })}
          </p>
        )}
        {room && !ended && room.others.length > 0 && (
          <ul aria-label={c('class.others')}>
            {room.others.map((neighbour) => (
              <Beside key={neighbour.chair} neighbour={neighbour} />
            ))}
          </ul>
        )}
        {room && !ended && room.others.length === 0 && <p>{c('class.nobody')}</p>}
        {room && !ended && (
          <p class="class-acts">
            <button type="button" aria-pressed={wants} onClick={() => own.help(!wants)}>
              {c(wants ? (unsaid ? 'class.callWaits' : 'class.called') : 'class.call')}
            </button>
            {bench && (
              <button
                type="button"
                aria-pressed={alone}
                title={c('class.alone.title')}
                onClick={() => {
                  own.alone.value = !alone;
                }}
              >
                {c('class.alone')}
              </button>
            )}
          </p>
        )}
      </div>
      <Line />
      {!own.kept.value && <p role="status">{c('class.notKept')}</p>}
    </>
  );
}
