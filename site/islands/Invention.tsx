// A message of the reader's own, from nothing or from a copy, in one of the three forms that the wire carries.
import { useState } from 'preact/hooks';
import type { Payload } from '#server/payload.ts';
import type { Operator } from '../chat/operator.ts';
import { guessStage } from '../chat/payload.ts';
import { Envelope, FIRST_ENVELOPE, handingOf } from './Envelope.tsx';
import { ForgedBytes } from './ForgedBytes.tsx';
import { useChairWords } from './use-chair-words.ts';

const NOTHING = { data: '', encoding: 'base64' } as const;
const ZEROS = { data: 'AAAAAAAAAAAAAAAAAAAAAA==', encoding: 'base64' } as const; // a counter block, 16 bytes

/** The forms of a payload, each with the least that there is of it. */
const FORMS = { text: '', bytes: NOTHING, pair: [ZEROS, NOTHING] } as const satisfies Record<string, Payload>;
type Form = keyof typeof FORMS;

function formOf(payload: Payload): Form {
  if (typeof payload === 'string') return 'text';
  return 'data' in payload ? 'bytes' : 'pair';
}

interface Props {
  readonly chair: Operator;
  /** what it begins as */
  readonly start: Payload;
  readonly onClose: () => void;
}

export function Invention({ chair, start, onClose }: Props) {
  const t = useChairWords();
  const [original, setOriginal] = useState(start);
  const [message, setMessage] = useState<Payload | undefined>(start);
  const [envelope, setEnvelope] = useState({ ...FIRST_ENVELOPE, user: 'gauche' });
  const form = formOf(original);
  const begin = (payload: Payload) => {
    setOriginal(payload);
    setMessage(payload);
  };
  const handOut = (event: Event) => {
    event.preventDefault();
    if (message !== undefined) chair.handOut({ message, ...handingOf(envelope, undefined) });
  };
  return (
    <form class="forge" onSubmit={handOut} aria-label={t('invent.name')}>
      <header>
        <h4 tabIndex={-1}>{t('invent.name')}</h4>
        <button type="button" onClick={onClose}>
          {t('invent.close')}
        </button>
      </header>
      <fieldset class="forms">
        <legend>{t('invent.form')}</legend>
        {(Object.keys(FORMS) as Form[]).map(
          (
            one, // the keys of an object that is written down above
          ) => (
            <label key={one} class="choice">
              <input type="radio" name="form" checked={form === one} onChange={() => begin(FORMS[one])} />
              {t(`form.${one}`)}
            </label>
          ),
        )}
      </fieldset>
      <ForgedBytes key={form} stage={guessStage(original)} original={original} onMessage={setMessage} />
      <Envelope envelope={envelope} onEnvelope={setEnvelope}>
        <button type="submit" class="hand-out" disabled={message === undefined}>
          {t('invent.handOut')}
        </button>
      </Envelope>
    </form>
  );
}
