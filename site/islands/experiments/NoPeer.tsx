// Says that nobody writes from this page, where it holds the server's chair alone.
import type { Bench } from '../../chat/bench.ts';
import { canSpeak } from '../../experiments/sending.ts';
import { experimentWords } from '../../i18n/experiment-words.ts';
import type { Lang } from '../../i18n/langs.ts';

export function NoPeer({ bench, lang }: { readonly bench: Bench; readonly lang: Lang }) {
  return canSpeak(bench) ? null : <p>{experimentWords(lang)('experiment.noPeer')}</p>;
}
