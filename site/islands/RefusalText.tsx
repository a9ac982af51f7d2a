// Why something was not sent or not carried, in a sentence.
import type { Notice } from '../chat/peer.ts';
import { refusalWords } from '../i18n/refusal-words.ts';
import { useBench } from './bench-context.ts';

export function RefusalText({ code }: { readonly code: Notice }) {
  return <>{refusalWords(useBench().lang)(`notice.${code}`)}</>;
}
