// The bytes of the message that is followed: field by field, or beside those of another one.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Format, fieldAs, tokenAs } from '../chat/copying.ts';
import { fieldsOf } from '../chat/follow.ts';
import { toToken } from '../chat/payload.ts';
import type { Message } from '../chat/timeline.ts';
import { useBench } from './bench-context.ts';
import type { Comparison } from './Comparison.tsx';
import { type Copied, CopyMenu } from './CopyMenu.tsx';
import { HexField } from './HexField.tsx';
import { TokenDate } from './TokenDate.tsx';
import './Comparison.css';

/** What few readers use is fetched when it is used. */
function LateComparison({ message }: { readonly message: Message }) {
  const { t } = useBench();
  const [view, setView] = useState<{ readonly Late: typeof Comparison } | 'failed'>();
  useEffect(() => {
    import('./Comparison.tsx').then(
      ({ Comparison: Late }) => setView({ Late }),
      () => setView('failed'),
    );
  }, []);
  if (view === 'failed') return <p class="compare-hint">{t('compare.failed')}</p>;
  return view ? <view.Late message={message} /> : null;
}

export function TokenBytes({ message }: { readonly message: Message }) {
  const { reading, t } = useBench();
  const { payload, stage } = message;
  const receipt = reading.receipt.value;
  const comparing = reading.comparing.value;
  const fields = useMemo(() => fieldsOf(message), [payload, stage]);
  const copied: readonly Copied[] = [
    { name: t('inspector.whole'), textIn: (format) => tokenAs(toToken(payload), fields, format) },
    ...fields.map((field) => ({
      name: t(`field.${field.name}`),
      textIn: (format: Format) => fieldAs(field, format),
    })),
  ];
  return (
    <>
      <div class="part-head">
        <h4>{t(comparing ? 'inspector.comparison' : 'inspector.bytes')}</h4>
        {!comparing && <CopyMenu what={copied} />}
        <button type="button" onClick={() => (comparing ? reading.stopComparing() : reading.compareWith())}>
          {t(comparing ? 'inspector.stopComparing' : 'inspector.compare')}
        </button>
      </div>
      {comparing ? (
        <LateComparison message={message} />
      ) : (
        <div class="fields">
          {fields.map((field) => (
            <HexField key={`${message.id} ${field.name}`} field={field}>
              {field.name === 'timestamp' ? <TokenDate field={field} receipt={receipt} /> : undefined}
            </HexField>
          ))}
        </div>
      )}
    </>
  );
}
