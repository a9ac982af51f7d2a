// The bytes of the message that is followed: field by field, or beside those of another one.
import { useMemo } from 'preact/hooks';
import { type Format, fieldAs, tokenAs } from '../chat/copying.ts';
import { fieldsOf } from '../chat/follow.ts';
import { toToken } from '../chat/payload.ts';
import { useBench } from './bench-context.ts';
import { type Copied, CopyMenu } from './CopyMenu.tsx';
import { HexField } from './HexField.tsx';
import { late } from './late.tsx';
import type { Sight } from './sight.ts';
import { TokenDate } from './TokenDate.tsx';
import { useInspectorWords } from './use-inspector-words.ts';

/** On a narrow screen, who has taken the server's place has the same bytes just above, to be changed. */
const NARROW = '(max-width: 46rem)';

const LateComparison = late(async () => (await import('./Comparison.tsx')).Comparison);

export function TokenBytes({ message, receipt }: Pick<Sight, 'message' | 'receipt'>) {
  const { bench, reading } = useBench();
  const t = useInspectorWords();
  const sits = bench.chair.operator.value !== undefined && !bench.exhibit.value;
  const folded = sits && matchMedia(NARROW).matches;
  const { payload, stage } = message;
  const comparing = reading.comparing.value;
  const fields = useMemo(() => fieldsOf(message), [payload, stage]);
  const copied: readonly Copied[] = [
    { name: t('inspector.whole'), textIn: (format) => tokenAs(toToken(payload), fields, format) },
    ...fields.map((field) => ({
      name: t(`field.${field.name}`),
      textIn: (format: Format) => fieldAs(field, format),
    })),
  ];
  const bytes = (
    <div class="fields">
      {fields.map((field) => (
        <HexField key={field.name} field={field}>
          {field.name === 'timestamp' ? <TokenDate field={field} receipt={receipt} /> : undefined}
        </HexField>
      ))}
    </div>
  );
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
      ) : folded ? (
        <details class="bytes-again">
          <summary>{t('inspector.bytesAgain')}</summary>
          {bytes}
        </details>
      ) : (
        bytes
      )}
    </>
  );
}
