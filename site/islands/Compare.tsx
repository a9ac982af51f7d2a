// Opens the model answer beside the own one: at a click, or by a passphrase.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../i18n/langs.ts';
import type { Translate } from '../i18n/strings.ts';
import { fetchAnswer, unseal } from '../notebook/comparing.ts';
import type { ModelAnswer } from '../notebook/model-answer.ts';
import { ProseView } from './ProseView.tsx';

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly t: Translate;
  readonly question: number;
}

type State = 'closed' | 'failed' | 'locked' | 'invalid' | ModelAnswer;

/** Takes the focus when it comes: the button that called for it is gone. */
function useFocus<Target extends HTMLElement>() {
  const target = useRef<Target>(null);
  useEffect(() => target.current?.focus(), []);
  return target;
}

function Model({ answer, t }: { readonly answer: ModelAnswer; readonly t: Translate }) {
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <div class="model">
      <h3 ref={heading} tabIndex={-1}>
        {t('answer.model')}
      </h3>
      <ProseView prose={answer.prose} />
      <h4>{t('answer.criteria')}</h4>
      <ul>
        {answer.criteria.map((criterion) => (
          <li key={criterion}>{criterion}</li>
        ))}
      </ul>
    </div>
  );
}

function Passphrase({
  t,
  onTry,
}: {
  readonly t: Translate;
  readonly onTry: (passphrase: string) => Promise<void>;
}) {
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

export function Compare({ base, lang, t, question }: Props) {
  const [state, setState] = useState<State>('closed');
  const open = async () => {
    try {
      setState((await fetchAnswer(base, lang, question)) ?? 'locked');
    } catch {
      setState('failed');
    }
  };
  const tryPassphrase = async (passphrase: string) => {
    try {
      if (await unseal(base, passphrase)) await open();
      else setState('invalid');
    } catch {
      setState('failed');
    }
  };
  if (typeof state === 'object') return <Model answer={state} t={t} />;
  return (
    <div class="compare">
      {state === 'failed' && <p role="alert">{t('answer.modelFailed')}</p>}
      {state === 'invalid' && <p role="alert">{t('answer.invalid')}</p>}
      {state === 'locked' || state === 'invalid' ? (
        <>
          <p>{t('answer.sealed')}</p>
          <Passphrase t={t} onTry={tryPassphrase} />
        </>
      ) : (
        <button type="button" class="primary" onClick={open}>
          {t('answer.compare')}
        </button>
      )}
    </div>
  );
}
