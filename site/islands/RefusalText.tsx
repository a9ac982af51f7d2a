// Why a relay refused something, in a sentence.
import type { RefusalCode } from '#server/refusal.ts';
import { refusalWords } from '../i18n/refusal-words.ts';
import { useBench } from './bench-context.ts';

export function RefusalText({ code }: { readonly code: RefusalCode }) {
  return <>{refusalWords(useBench().lang)(`notice.${code}`)}</>;
}
