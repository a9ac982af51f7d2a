// A note to one room or to all.
import { useState } from 'preact/hooks';
import { useDesk } from './desk-context.ts';

/** As the wire has it: server/class/wire.ts. */
const LONGEST = 500;

export function Note({ room }: { readonly room: string | undefined }) {
  const { t, teacher } = useDesk();
  const [text, setText] = useState('');
  const send = (event: Event) => {
    event.preventDefault();
    teacher.lead({ do: 'note', room, text: text.trim() });
    setText('');
  };
  return (
    <form class="orders-note" onSubmit={send}>
      <label for="note">{t('teaching.note')}</label>
      <textarea
        id="note"
        rows={2}
        maxLength={LONGEST}
        value={text}
        aria-describedby="note-left"
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p class="orders-acts">
        <button type="submit" disabled={text.trim() === ''}>
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
