// The strip above the bench of a teacher who sits in a room's chair: which room it is, and who talks there.
import type { ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { RoomView } from '#server/class/wire.ts';
import { socketUrl } from '../../chat/browser-world.ts';
import { socketLink } from '../../chat/link.ts';
import { pageBench } from '../../chat/page-bench.ts';
import type { RelayFile } from '../../chat/relay-choice.ts';
import type { ClassWords } from '../../i18n/class-words.ts';
import { followRoom, roomOfChair } from '../../teaching/chair.ts';
import { Teacher } from '../../teaching/teacher.ts';

interface Props {
  readonly room: ReadonlySignal<RoomView | undefined>;
  readonly c: ClassWords;
}

function TeachersChair({ room: { value: room }, c }: Props) {
  const name = room && c('class.room', { number: room.number });
  // Two such tabs would bear one name.
  useEffect(() => {
    if (name !== undefined && !document.title.startsWith(name))
      document.title = `${name} · ${document.title}`;
  }, [name]);
  if (!room) return null;
  const talking = room.seats.filter(({ chair, present }) => present && chair !== 'serveur');
  return (
    <section class="class-strip" data-teachers-chair aria-label={c('class.name')}>
      <div class="class-place">
        <p>
          <strong>{name}</strong> {c('class.you', { chair: c('class.chair.serveur') })}
        </p>
        <ul aria-label={c('class.others')}>
          {talking.map(({ id, chair, pseudonym }) => (
            <li key={id}>
              <span class="class-chair">{c(`class.chair.${chair}`)}</span> {pseudonym}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** @param code - of the room @param place - is drawn into */
export function showTeachersChair(
  file: RelayFile,
  secret: string,
  code: string,
  c: ClassWords,
  place: Element,
): void {
  const room = roomOfChair(new Teacher(socketLink(socketUrl(file.relay ?? '')), secret), code);
  render(<TeachersChair room={room} c={c} />, place);
  if (pageBench.value) followRoom(room, pageBench.value);
}
