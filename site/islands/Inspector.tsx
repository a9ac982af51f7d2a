// The message that the reader follows: the checks it went through, its bytes by name, and its way from hand to eye.
import { isToken, summary, wayOf } from '../chat/follow.ts';
import type { Message } from '../chat/timeline.ts';
import { useBench } from './bench-context.ts';
import { Checks } from './Checks.tsx';
import { HexField } from './HexField.tsx';
import { Mark } from './Mark.tsx';

function Way({ message }: { readonly message: Message }) {
  const { bench, t } = useBench();
  const { line, receipt, sameBytes } = wayOf(message, bench.log.value);
  const to = receipt?.peer ?? (message.from === 'gauche' ? 'droite' : 'gauche');
  const shown = receipt && (receipt.text ?? t(`refusal.${receipt.stage}`));
  return (
    <dl class="way">
      <dt>{t('inspector.typed', { peer: message.from })}</dt>
      <dd dir="auto">{message.typed ?? <i>{t('inspector.typedElsewhere')}</i>}</dd>
      <dt>{t('inspector.left', { peer: message.from })}</dt>
      <dd class="bytes">{summary(message.payload)}</dd>
      <dt>{t('inspector.logged')}</dt>
      <dd>
        <span class="bytes">{line ?? <i>{t('inspector.notLogged')}</i>}</span>
        {line && isToken(message.payload) && <small>{t('inspector.layers')}</small>}
      </dd>
      <dt>{t('inspector.reached', { peer: to })}</dt>
      <dd>
        {!receipt && <i>{t('inspector.notReached')}</i>}
        {receipt && sameBytes && t('inspector.same')}
        {receipt && !sameBytes && (
          <>
            <Mark kind="tampered" /> {t('inspector.other')}{' '}
            <span class="bytes">{summary(receipt.payload)}</span>
          </>
        )}
      </dd>
      <dt>{t('inspector.shown', { peer: to })}</dt>
      <dd dir="auto" class={receipt && receipt.text === undefined ? 'is-refused' : ''}>
        {shown ?? <i>{t('inspector.notReached')}</i>}
      </dd>
    </dl>
  );
}

export function Inspector() {
  const { bench, t } = useBench();
  // The focus goes to what the reader pressed to come here, or to the like of it: this button ends.
  const close = ({ currentTarget }: { readonly currentTarget: Element }) => {
    const traces = currentTarget
      .closest('[data-bench]')
      ?.querySelectorAll<HTMLElement>('.is-followed > button');
    bench.selected.value = undefined;
    Array.from(traces ?? [])
      .at(-1)
      ?.focus();
  };
  const message = bench.followed();
  if (!message) return <p class="inspector-hint">{t('inspector.hint')}</p>;
  const { fields, receipt } = wayOf(message, bench.log.value);
  const to = receipt?.peer ?? (message.from === 'gauche' ? 'droite' : 'gauche');
  return (
    <section class="inspector" aria-label={t('bench.inspector')}>
      <header>
        <h3>
          {message.seq === undefined ? t('inspector.nameUnsent') : t('inspector.name', { seq: message.seq })}
        </h3>
        <p>
          {t('inspector.way', { from: message.from, to })} · {t(`stage.${message.stage}`)}
        </p>
        <button type="button" onClick={close}>
          {t('inspector.close')}
        </button>
      </header>
      {receipt && <Checks receipt={receipt} />}
      <h4>{t('inspector.bytes')}</h4>
      <div class="fields">
        {fields.map((field) => (
          <HexField key={`${message.id} ${field.name}`} field={field} receivedAt={receipt?.now} />
        ))}
      </div>
      <h4>{t('inspector.path')}</h4>
      <Way message={message} />
    </section>
  );
}
