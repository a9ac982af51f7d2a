// The code that makes the present stage, below the server's log or beside it: what runs here, or what a student writes.
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type CodeLanguage,
  codeLanguages,
  fileOf,
  namesOf,
  type StageCode as Packed,
  unpack,
} from '../chat/packed-code.ts';
import { readCodeLanguage, readCodeOpen, writeCodeLanguage, writeCodeOpen } from '../notebook/code-choice.ts';
import { useBench } from './bench-context.ts';
import { useMorphedLines } from './morph-lines.ts';
import './StageCode.css';

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
  const { t } = useBench();
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

/** @param still - a picture of it: open, and with nothing to choose */
export function StageCode({ code, still }: { readonly code: Packed; readonly still: boolean }) {
  const { bench, t } = useBench();
  const [language, setLanguage] = useState<CodeLanguage>('ts');
  const [open, setOpen] = useState(still);
  const frame = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    setLanguage(readCodeLanguage() ?? 'ts');
    // Where there is room beside the log, it is open from the start.
    const beside = frame.current && getComputedStyle(frame.current).getPropertyValue('--beside') === 'yes';
    setOpen(readCodeOpen() ?? beside === true);
  }, []);
  const stage = bench.stage.value;
  const onToggle = ({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }) => {
    if (currentTarget.open === open) return; // not the reader's doing
    writeCodeOpen(currentTarget.open);
    setOpen(currentTarget.open);
  };
  const choose = (chosen: CodeLanguage) => {
    writeCodeLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <details ref={frame} class="stage-code" data-stage-code open={open} onToggle={onToggle}>
      <summary>
        <h3>{t('code.name')}</h3> {t(`stage.${stage}`)}
      </summary>
      {open && (
        <>
          <div class="code-bar">
            {!still && <LanguageSwitch chosen={language} choose={choose} />}
            <p>
              <code>{fileOf(stage, language)}</code> {t(`code.${language}.note`)}
            </p>
          </div>
          <Lines packed={code[language][stage]} />
        </>
      )}
    </details>
  );
}
