// The message that the reader follows: its way from hand to eye, its bytes by name, and the checks it went through.
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
        <button
          type="button"
          onClick={() => {
            bench.selected.value = undefined;
          }}
        >
          {t('inspector.close')}
        </button>
      </header>
      <Way message={message} />
      <h4>{t('inspector.bytes')}</h4>
      <div class="fields">
        {fields.map((field) => (
          <HexField key={`${message.id} ${field.name}`} field={field} receivedAt={receipt?.now} />
        ))}
      </div>
      {receipt && <Checks receipt={receipt} />}
    </section>
  );
}
