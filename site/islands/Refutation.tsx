// One false belief that an answer may show: what was written, why one believes it, what contradicts it, and what to keep.
import { addressOf } from '../i18n/addresses.ts';
import type { NotebookTranslate } from '../i18n/notebook-words.ts';
import { toggleBelief } from '../notebook/compared.ts';
import type { ModelBelief } from '../notebook/model-answer.ts';

interface TextProps {
  readonly belief: ModelBelief;
  readonly base: string;
  /** the one that is answered */
  readonly question: number;
  readonly t: NotebookTranslate;
}

export function RefutationText({ belief, base, question, t }: TextProps) {
  const { tempting, contradicted, keep, shown } = belief;
  const isHere = shown === question;
  return (
    <>
      <dl>
        <dt>{t('beliefs.tempting')}</dt>
        <dd>{tempting}</dd>
        <dt>{t('beliefs.contradicted')}</dt>
        <dd>{contradicted}</dd>
        <dt>{t('beliefs.keep')}</dt>
        <dd class="to-keep">{keep}</dd>
      </dl>
      <p>
        <a href={`${isHere ? '' : addressOf(base, t.lang, shown)}#essayer`}>
          {isHere ? t('beliefs.here') : t('beliefs.there', { question: shown })}
        </a>
      </p>
    </>
  );
}

interface Props extends TextProps {
  /** the piece of the answer that shows it */
  readonly wrote: string;
  readonly isDenied: boolean;
}

export function Refutation({ wrote, isDenied, ...rest }: Props) {
  const { belief, question, t } = rest;
  const toggle = () => void toggleBelief(question, belief.id);
  if (isDenied)
    return (
      <p class="refutation-denied">
        {t('beliefs.dismissed', { belief: belief.belief })}{' '}
        <button type="button" onClick={toggle}>
          {t('beliefs.back')}
        </button>
      </p>
    );
  return (
    <section class="refutation is-found">
      <h4>{t('beliefs.meant', { belief: belief.belief.replace(/\.$/, '') })}</h4>
      <p class="refutation-wrote">
        {t('beliefs.wrote')} <q>{wrote}</q>
      </p>
      <RefutationText {...rest} />
      <button type="button" onClick={toggle}>
        {t('beliefs.not')}
      </button>
    </section>
  );
}
