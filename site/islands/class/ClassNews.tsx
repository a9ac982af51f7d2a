// What the teacher has just said: a stopped room, a note, the end.
import type { RoomState } from '#server/class/wire.ts';
import { useClass } from './class-context.ts';
import { useStripHeir } from './use-strip-heir.ts';

function Note({ note: { at, text } }: { readonly note: NonNullable<RoomState['note']> }) {
  const { own, c } = useClass();
  const part = useStripHeir<HTMLDivElement>();
  return (
    <div class="class-news is-note" ref={part}>
      <p>
        <strong>{c('class.note')}</strong> <span>{text}</span>
      </p>
      <button
        type="button"
        onClick={() => {
          own.noteRead.value = at;
        }}
      >
        {c('class.note.read')}
      </button>
    </div>
  );
}

export function ClassNews() {
  const { own, c } = useClass();
  const room = own.room.value;
  const note = room?.note;
  const ended = own.state.value?.ended === true;
  return (
    <div role="status">
      {ended && <p class="class-news">{c('class.ended')}</p>}
      {room?.frozen && !ended && <p class="class-news is-frozen">{c('class.frozen')}</p>}
      {note && !ended && note.at !== own.noteRead.value && <Note key={note.at} note={note} />}
    </div>
  );
}
