// The five states of a message, side by side: typed, sent, written down by the server, arrived, and shown or refused.
import type { ComponentChildren } from 'preact';
import { changedBytes, pairsOf } from '../chat/compare.ts';
import { fieldsOf, isSame, isToken, summary } from '../chat/follow.ts';
import type { Receipt } from '../chat/session.ts';
import { useBench } from './bench-context.ts';
import { Mark } from './Mark.tsx';
import type { Sight } from './sight.ts';
import { useInspectorWords } from './use-inspector-words.ts';

function State({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <li>
      <b>{name}</b>
      {children}
    </li>
  );
}

/** What arrived: the very bytes that had left, or others, which can be laid beside them. */
function Arrived({ message, receipt }: Pick<Sight, 'message' | 'receipt'>) {
  const { reading } = useBench();
  const t = useInspectorWords();
  if (!receipt) return <i>{t('inspector.notReached')}</i>;
  if (isSame(receipt.payload, message.payload)) return <p>{t('inspector.same')}</p>;
  const count = changedBytes(pairsOf(fieldsOf(message), fieldsOf(message, receipt.payload)));
  return (
    <>
      <p class="is-tampered">
        <Mark kind="tampered" /> {t(count === 1 ? 'inspector.changedOne' : 'inspector.changed', { count })}
      </p>
      <p class="bytes">{summary(receipt.payload)}</p>
      <button type="button" onClick={() => reading.compareWith('arrived')}>
        {t('inspector.compareArrived')}
      </button>
    </>
  );
}

/** A pair of which the second part is empty: nothing to decrypt. */
const hasNoCiphertext = ({ stage, payload }: Receipt) =>
  stage === 'hazmat' && typeof payload !== 'string' && !('data' in payload) && payload[1].data === '';

export function Way({ message, receipt, line }: Sight) {
  const { bench, t: site } = useBench();
  const t = useInspectorWords();
  const said = (text: string | undefined) =>
    bench.veil.hides(message, text) ? <i>{site('message.veiled')}</i> : <p dir="auto">{text}</p>;
  const from = message.from;
  const to = receipt?.peer ?? (from === 'gauche' ? 'droite' : 'gauche');
  const refused = receipt && receipt.text === undefined;
  return (
    <ol class="way" aria-label={t('inspector.path')}>
      <State name={t('inspector.typed', { peer: from })}>
        {message.typed === undefined ? <i>{t('inspector.typedElsewhere')}</i> : said(message.typed)}
      </State>
      <State name={t('inspector.left')}>
        <p class="bytes">{summary(message.payload)}</p>
      </State>
      <State name={t('inspector.logged')}>
        {line === undefined ? <i>{t('inspector.notLogged')}</i> : <p class="bytes">{line}</p>}
        {line !== undefined && isToken(message.payload) && <small>{t('inspector.layers')}</small>}
      </State>
      <State name={t('inspector.reached', { peer: to })}>
        <Arrived message={message} receipt={receipt} />
      </State>
      <State name={t(refused ? 'inspector.refused' : 'inspector.shown', { peer: to })}>
        {!receipt && <i>{t('inspector.notReached')}</i>}
        {receipt && !refused && said(receipt.text)}
        {refused && (
          <p class="is-refused">
            <Mark kind="stale" />{' '}
            {t(hasNoCiphertext(receipt) ? 'inspector.noCiphertext' : `refusal.${receipt.stage}`)}
          </p>
        )}
      </State>
    </ol>
  );
}
