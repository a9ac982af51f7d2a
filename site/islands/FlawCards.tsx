// Find the flaw: the language in which all cards are read, and the cards.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FlawName } from '#lab/flaws.ts';
import { type CodeLanguage, codeLanguages } from '../chat/packed-code.ts';
import { FlawCard as Card, type FlawCode } from '../experiments/flaw-card.ts';
import { flawWords } from '../i18n/flaw-words.ts';
import type { Lang } from '../i18n/langs.ts';
import { readCodeLanguage, writeCodeLanguage } from '../notebook/code-choice.ts';
import { FlawCard } from './FlawCard.tsx';
import { FlawProgress } from './FlawProgress.tsx';
import './Code.css';
import './Flaws.css';

interface Props {
  readonly base: string;
  readonly lang: Lang;
  /** the cards, in their order */
  readonly codes: readonly (readonly [FlawName, FlawCode])[];
}

export default function FlawCards({ base, lang, codes }: Props) {
  const t = flawWords(lang);
  const cards = useMemo(() => codes.map(([name, code]) => ({ card: new Card(name), code })), [codes]);
  const [language, setLanguage] = useState<CodeLanguage>('py');
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    setLanguage(readCodeLanguage() ?? 'py');
    setReady(true);
  }, []);
  const choose = (chosen: CodeLanguage) => {
    writeCodeLanguage(chosen);
    setLanguage(chosen);
    for (const { card } of cards) card.unpick();
  };
  return (
    <div class="flaws" data-flaws={isReady ? 'ready' : 'still'}>
      <fieldset class="flaw-languages">
        <legend>{t('code.language')}</legend>
        {codeLanguages.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="flaw-language"
              value={one}
              checked={one === language}
              disabled={!isReady}
              onChange={() => choose(one)}
            />
            {t(`code.${one}`)}
          </label>
        ))}
        <p>{t(`flaws.${language}.note`)}</p>
      </fieldset>
      <FlawProgress cards={cards.map(({ card }) => card)} t={t} />
      {cards.map(({ card, code }) => (
        <FlawCard key={card.name} card={card} code={code[language]} base={base} isReady={isReady} t={t} />
      ))}
    </div>
  );
}
