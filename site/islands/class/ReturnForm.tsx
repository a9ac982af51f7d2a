// The way back to a seat from another browser, by the key that it was given.
import { useState } from 'preact/hooks';
import { useClass } from './class-context.ts';

export function ReturnForm() {
  const { own, c } = useClass();
  const [pass, setPass] = useState('');
  return (
    <details>
      <summary>{c('return.name')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          own.comeBack(pass.trim());
        }}
      >
        <label>
          {c('return.key')}
          <input
            value={pass}
            required
            maxLength={128}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            onInput={({ currentTarget }) => setPass(currentTarget.value)}
          />
        </label>
        <button type="submit">{c('return.do')}</button>
      </form>
    </details>
  );
}
