// The cage as an island of its own.
import { type Lang, translator } from '../i18n/strings.ts';
import { Cage } from './Cage.tsx';

export default function CageAlone({ base, lang }: { readonly base: string; readonly lang: Lang }) {
  return <Cage base={base} t={translator(lang)} />;
}
