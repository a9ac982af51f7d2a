// The way back to a seat from another browser, by the key that it was given.
import { useState } from 'preact/hooks';
import { isSeatKey } from '../../class/join-code.ts';
import { useClass } from './class-context.ts';
import { Field } from './Field.tsx';
import { Refused } from './Refused.tsx';
import { useWrong } from './use-wrong.ts';

interface Props {
  /** whether this form has asked last */
  readonly asks: boolean;
  readonly onAsk: () => void;
}

export function ReturnForm({ asks, onAsk }: Props) {
  const { own, c } = useClass();
  const [pass, setPass] = useState('');
  const wrong = useWrong<'key'>(asks, (refusal) =>
    refusal === 'BAD_CODE' || refusal === 'NO_SUCH_SEAT' ? ['key', c('return.unknown')] : undefined,
  );
  const comeBack = (event: Event) => {
    event.preventDefault();
    const key = pass.trim();
    if (!isSeatKey(key)) return wrong.see('key', c('return.shape'));
    wrong.seeNothing();
    onAsk();
    own.comeBack(key);
  };
  return (
    <details>
      <summary>{c('return.name')}</summary>
      <form onSubmit={comeBack} noValidate>
        <Field
          name="key"
          label={c('return.key')}
          value={pass}
          maxLength={128}
          wrong={wrong.in('key')}
          onValue={setPass}
        />
        <p class="class-acts">
          <button type="submit">{c('return.do')}</button>
        </p>
        {asks && !wrong.isIn && <Refused />}
      </form>
    </details>
  );
}
