// The code that makes the present stage, line by line, in the language that the reader chose.
import { useEffect, useState } from 'preact/hooks';
import { type CodeLanguage, codeLanguages, fileOf, namesOf, unpack } from '../chat/packed-code.ts';
import { stageCodeWords } from '../i18n/stage-code-words.ts';
import { readCodeLanguage, writeCodeLanguage } from '../notebook/code-choice.ts';
import { useBench } from './bench-context.ts';
import { useMorphedLines } from './morph-lines.ts';
import type { CodeTextProps } from './StageCode.tsx';

function Lines({ packed }: { readonly packed: string }) {
  const { t } = useBench();
  const { list, ghosts } = useMorphedLines(packed);
  const lines = unpack(packed);
  const names = namesOf(lines);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="code-text" tabIndex={0} aria-label={t('code.name')}>
      <pre>
        <code ref={list}>
          {lines.map((line, i) => (
            <span key={names[i]} class="code-line">
              {line.length === 0 && '\n'}
              {line.map(([text, kind]) =>
                kind === 'plain' ? text : <span class={`code-${kind}`}>{text}</span>,
              )}
            </span>
          ))}
        </code>
        <span ref={ghosts} class="code-ghosts" aria-hidden="true" />
      </pre>
    </section>
  );
}

function LanguageSwitch({
  chosen,
  choose,
}: {
  readonly chosen: CodeLanguage;
  readonly choose: (language: CodeLanguage) => void;
}) {
  const t = stageCodeWords(useBench().lang);
  return (
    <fieldset class="code-languages">
      <legend class="unseen">{t('code.language')}</legend>
      {codeLanguages.map((language) => (
        <label key={language}>
          <input
            type="radio"
            class="unseen"
            name="code-language"
            value={language}
            checked={language === chosen}
            onChange={() => choose(language)}
          />
          {t(`code.${language}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** @param still - a picture of it, with nothing to choose */
export function StageCodeText({ code, still }: CodeTextProps) {
  const { bench, lang } = useBench();
  const t = stageCodeWords(lang);
  const [language, setLanguage] = useState<CodeLanguage>('ts');
  useEffect(() => setLanguage(readCodeLanguage() ?? 'ts'), []);
  const stage = bench.stage.value;
  const choose = (chosen: CodeLanguage) => {
    writeCodeLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <>
      <div class="code-bar">
        {!still && <LanguageSwitch chosen={language} choose={choose} />}
        <p>
          <code>{fileOf(stage, language)}</code> {t(`code.${language}.note`)}
        </p>
      </div>
      <Lines packed={code[language][stage]} />
    </>
  );
}
