// The way into a class: first what one should know, then the code and a pseudonym.
import { useState } from 'preact/hooks';
import { plainCode } from '../../class/join-code.ts';
import { isClassNotice } from '../../i18n/class-words.ts';
import { ClassNotice } from './ClassNotice.tsx';
import { useClass } from './class-context.ts';
import { ReturnForm } from './ReturnForm.tsx';

const MAX_PSEUDONYM = 24;

/** An animal and a number: it says nothing of who bears it. */
function invent(animals: string): string {
  const all = animals.split(' ');
  const [animal = 0, number = 0] = crypto.getRandomValues(new Uint16Array(2));
  return `${all[animal % all.length]} ${10 + (number % 90)}`;
}

function Refused() {
  const { own, c } = useClass();
  const refusal = own.refusal.value;
  const line = own.line.value;
  if (refusal)
    return (
      <p role="alert">
        {isClassNotice(refusal) ? c(`notice.${refusal}`) : c('class.refused', { code: refusal })}
      </p>
    );
  if (line === 'lost' || line === 'over') return <p role="alert">{c('class.lost')}</p>;
  return null;
}

export function JoinForm({ code: given = '' }: { readonly code: string | undefined }) {
  const { own, c, lesson, over } = useClass();
  const [code, setCode] = useState(given);
  const [pseudonym, setPseudonym] = useState(() => invent(c('join.animals')));
  const join = (event: Event) => {
    event.preventDefault();
    own.join(plainCode(code), pseudonym.trim());
  };
  if (over)
    return (
      <div class="class-join">
        <p class="class-lesson">{lesson}</p>
        <p>{c('notice.LESSON_ENDED')}</p>
        <ReturnForm />
      </div>
    );
  return (
    <div class="class-join">
      {lesson !== '' && <p class="class-lesson">{lesson}</p>}
      <ClassNotice />
      <form onSubmit={join}>
        <label>
          {c('join.code')}
          <input
            name="code"
            value={code}
            required
            maxLength={24}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            placeholder="abc-def-ghj"
            onInput={({ currentTarget }) => setCode(currentTarget.value)}
          />
        </label>
        <label>
          {c('join.pseudonym')}
          <input
            name="pseudonym"
            value={pseudonym}
            required
            maxLength={MAX_PSEUDONYM}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="join-pseudonym"
            onInput={({ currentTarget }) => setPseudonym(currentTarget.value)}
          />
        </label>
        <p id="join-pseudonym" class="class-small">
          {c('join.pseudonym.why')}
        </p>
        <p class="class-acts">
          <button type="submit" class="primary">
            {c('class.join')}
          </button>
          <button type="button" onClick={() => setPseudonym(invent(c('join.animals')))}>
            {c('join.another')}
          </button>
        </p>
        <Refused />
      </form>
      <ReturnForm />
    </div>
  );
}
