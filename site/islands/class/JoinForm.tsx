// The way into a class: first what one should know, then the code and a pseudonym.
import { useState } from 'preact/hooks';
import { isCode, plainCode } from '../../class/join-code.ts';
import { ClassNotice } from './ClassNotice.tsx';
import { useClass } from './class-context.ts';
import { Field } from './Field.tsx';
import { Refused } from './Refused.tsx';
import { ReturnForm } from './ReturnForm.tsx';
import { type Asked, useWrong } from './use-wrong.ts';

const MAX_PSEUDONYM = 24;

/** An animal and a number: it says nothing of who bears it. */
function invent(animals: string): string {
  const all = animals.split(' ');
  const [animal = 0, number = 0] = crypto.getRandomValues(new Uint16Array(2));
  return `${all[animal % all.length]} ${10 + (number % 90)}`;
}

interface FormProps {
  readonly given: string;
  readonly asked: Asked;
  readonly onAsk: () => void;
}

function NewSeat({ given, asked, onAsk }: FormProps) {
  const { own, c } = useClass();
  const [code, setCode] = useState(given);
  const [pseudonym, setPseudonym] = useState(() => invent(c('join.animals')));
  const wrong = useWrong<'code' | 'pseudonym'>(asked === 'join', (refusal) => {
    if (refusal === 'BAD_CODE') return ['code', c('notice.BAD_CODE')];
    if (refusal === 'BAD_PSEUDONYM' || refusal === 'PSEUDONYM_TAKEN')
      return ['pseudonym', c(`notice.${refusal}`)];
    return undefined;
  });
  const join = (event: Event) => {
    event.preventDefault();
    if (!isCode(plainCode(code))) return wrong.see('code', c('join.code.shape'));
    if (pseudonym.trim() === '') return wrong.see('pseudonym', c('notice.BAD_PSEUDONYM'));
    wrong.seeNothing();
    onAsk();
    own.join(plainCode(code), pseudonym.trim());
  };
  return (
    <form onSubmit={join} noValidate>
      <Field
        name="code"
        label={c('join.code')}
        value={code}
        maxLength={24}
        placeholder="abc-def-ghj"
        wrong={wrong.in('code')}
        onValue={setCode}
      />
      <Field
        name="pseudonym"
        label={c('join.pseudonym')}
        value={pseudonym}
        maxLength={MAX_PSEUDONYM}
        why={c('join.pseudonym.why')}
        wrong={wrong.in('pseudonym')}
        onValue={setPseudonym}
      />
      <p class="class-acts">
        <button type="submit" class="primary">
          {c('class.join')}
        </button>
        <button type="button" onClick={() => setPseudonym(invent(c('join.animals')))}>
          {c('join.another')}
        </button>
      </p>
      {asked !== 'return' && !wrong.isIn && <Refused />}
    </form>
  );
}

export function JoinForm({ code: given = '' }: { readonly code: string | undefined }) {
  const { c, lesson, over } = useClass();
  const [asked, setAsked] = useState<Asked>();
  const back = <ReturnForm asks={asked === 'return'} onAsk={() => setAsked('return')} />;
  if (over)
    return (
      <div class="class-join">
        <p class="class-lesson">{lesson}</p>
        <p>{c('notice.LESSON_ENDED')}</p>
        {back}
      </div>
    );
  return (
    <div class="class-join">
      {lesson !== '' && <p class="class-lesson">{lesson}</p>}
      <ClassNotice />
      <NewSeat given={given} asked={asked} onAsk={() => setAsked('join')} />
      {back}
    </div>
  );
}
