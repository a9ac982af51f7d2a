// How an answer will look in the sheet: its Markdown, drawn.
import { useEffect, useMemo } from 'preact/hooks';
import type { Lang } from '../i18n/langs.ts';
import { notebookWords } from '../i18n/notebook-words.ts';
import { DrawnAnswers } from '../notebook/drawn-answers.ts';
import { MarkdownView } from './MarkdownView.tsx';
import sheet from './Preview.css?url';
import { styleSheet } from './style-sheet.ts';

await styleSheet(sheet);

/** Typing goes before drawing. */
const STILL_MS = 300;

interface Props {
  readonly lang: Lang;
  readonly text: string;
}

export function Preview({ lang, text }: Props) {
  const t = notebookWords(lang);
  const drawn = useMemo(() => new DrawnAnswers(), []);
  useEffect(() => {
    const timer = setTimeout(() => void drawn.draw(text), STILL_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const drawings = drawn.drawings.value.get(text);
  if (text.trim() === '') return <p class="preview-empty">{t('preview.empty')}</p>;
  return drawings ? <MarkdownView drawings={drawings} heading="h4" /> : <p class="as-written">{text}</p>;
}
