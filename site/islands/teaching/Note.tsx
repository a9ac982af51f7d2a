// A note to one room or to all.
import { useRef, useState } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

/** As the wire has it: server/class/wire.ts. */
const LONGEST = 500;

export function Note({ room }: { readonly room: string | undefined }) {
  const { t, teacher } = useDesk();
  const [text, setText] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  const isEmpty = text.trim() === '';
  const send = (event: Event) => {
    event.preventDefault();
    if (isEmpty) return box.current?.focus();
    teacher.lead({ do: 'note', room, text: text.trim() });
    setText('');
  };
  return (
    <form class="orders-note" onSubmit={send}>
      <label for="note">{t('teaching.note')}</label>
      <textarea
        ref={box}
        id="note"
        rows={2}
        maxLength={LONGEST}
        value={text}
        aria-describedby="note-left"
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p class="orders-acts">
        <button type="submit" aria-disabled={isEmpty}>
          {t('teaching.note.send')}
        </button>
        <button type="button" onClick={() => teacher.lead({ do: 'note', room, text: '' })}>
          {t('teaching.note.clear')}
        </button>
        <small id="note-left">{t('teaching.note.left', { count: LONGEST - text.length })}</small>
      </p>
    </form>
  );
}
