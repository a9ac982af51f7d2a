// What the teacher has just said: a stopped room, a note, the end.
import { useClass } from './class-context.ts';

export function ClassNews() {
  const { own, c } = useClass();
  const room = own.room.value;
  const note = room?.note;
  return (
    <div role="status">
      {own.state.value?.ended && <p class="class-news">{c('class.ended')}</p>}
      {room?.frozen && !own.state.value?.ended && <p class="class-news is-frozen">{c('class.frozen')}</p>}
      {note && note.at !== own.noteRead.value && (
        <p class="class-news is-note">
          <strong>{c('class.note')}</strong> <span>{note.text}</span>
          <button
            type="button"
            onClick={() => {
              own.noteRead.value = note.at;
            }}
          >
            {c('class.note.read')}
          </button>
        </p>
      )}
    </div>
  );
}
