// Asks for the passphrase that opens sealed model answers.
import { useState } from 'preact/hooks';
import type { NotebookTranslate } from '../i18n/notebook-words.ts';
import { useFocus } from './use-focus.ts';

interface Props {
  readonly t: NotebookTranslate;
  readonly onTry: (passphrase: string) => Promise<void>;
}

export function Passphrase({ t, onTry }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const box = useFocus<HTMLInputElement>();
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    await onTry(passphrase);
    setBusy(false);
    box.current?.focus();
  };
  return (
    <form class="passphrase" onSubmit={submit}>
      <label>
        {t('answer.passphrase')}
        <input
          ref={box}
          type="text"
          value={passphrase}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          onInput={({ currentTarget }) => setPassphrase(currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={busy || passphrase === ''}>
        {t(busy ? 'answer.unsealing' : 'answer.unseal')}
      </button>
    </form>
  );
}
