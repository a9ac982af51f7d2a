// Why the class has not let one in, where no field is to blame for it.
import { isClassNotice } from '../../i18n/class-words.ts';
import { useClass } from './class-context.ts';

export function Refused() {
  const { own, c } = useClass();
  // Where a field is not to blame, what the class does not know is the seat that this browser has kept.
  const refusal = own.refusal.value === 'BAD_CODE' ? 'NO_SUCH_SEAT' : own.refusal.value;
  const line = own.line.value;
  if (refusal)
    return (
      <p role="alert">
        {isClassNotice(refusal) ? c(`notice.${refusal}`) : c('class.refused', { code: refusal })}
      </p>
    );
  if (line === 'lost' || line === 'over') return <p role="alert">{c('class.lost')}</p>;
  return null;
}
