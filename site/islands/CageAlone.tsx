// The cage as an island of its own.
import { cageWords } from '../i18n/cage-words.ts';
import type { Lang } from '../i18n/langs.ts';
import { Cage } from './Cage.tsx';

export default function CageAlone({ base, lang }: { readonly base: string; readonly lang: Lang }) {
  return <Cage base={base} t={cageWords(lang)} />;
}
