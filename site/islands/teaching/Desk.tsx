// The teacher's console: whether there is a class here, and then all that leads it.
import { useSignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lang } from '../../i18n/langs.ts';
import { teachingWords } from '../../i18n/teaching-words.ts';
import type { AnswersMode } from '../../notebook/model-answer.ts';
import { type ClassQuestions, fetchClassQuestions } from '../../teaching/class-questions.ts';
import { type DeskPart, partsOf } from '../../teaching/desk-parts.ts';
import { type Desk as DeskState, sitAtDesk } from '../../teaching/page-teacher.ts';
import { ClosedPage } from '../ClosedPage.tsx';
import { Access } from './Access.tsx';
import { DeskContext } from './desk-context.ts';
import { Ending } from './Ending.tsx';
import { Head } from './Head.tsx';
import { Orders } from './Orders.tsx';
import { Reveal } from './Reveal.tsx';
import { Rooms } from './Rooms.tsx';
import { Sheets } from './Sheets.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { Vote } from './Vote.tsx';
import './Desk.css';

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly titles: readonly string[];
  readonly mode: AnswersMode;
}

interface SeatedProps extends Props {
  readonly desk: DeskState;
}

interface ClosedProps extends Pick<Props, 'base' | 'lang'> {
  readonly why: 'refused' | 'tooMany' | 'noSecret' | 'noClass';
}

function Closed({ why, base, lang }: ClosedProps) {
  const t = teachingWords(lang);
  return (
    <ClosedPage
      {...{ base, lang }}
      title={t('teaching.title')}
      why={t(`teaching.${why}`)}
      toWorkbook={t('teaching.toWorkbook')}
    />
  );
}

function Seated({ desk: { teacher, handIns }, base, lang, titles, mode }: SeatedProps) {
  const t = teachingWords(lang);
  const target = useSignal<string | undefined>(undefined);
  const [classQuestions, setClassQuestions] = useState<ClassQuestions>({});
  useEffect(() => void fetchClassQuestions(base, lang).then(setClassQuestions), []);
  const overview = teacher.overview.value;
  const standing = teacher.standing.value;
  if (standing === 'refused' || standing === 'tooMany') return <Closed why={standing} {...{ base, lang }} />;
  if (!overview) return <p class="desk-note">{t('teaching.connecting')}</p>;
  const parts = partsOf(overview);
  const has = (part: DeskPart) => parts.includes(part);
  return (
    <DeskContext.Provider
      value={{ base, lang, t, teacher, handIns, overview, titles, classQuestions, mode, target }}
    >
      <Head parts={parts} />
      {standing === 'lost' && <p class="desk-note is-trouble">{t('teaching.lost')}</p>}
      {!overview.kept && <p class="desk-note is-trouble">{t('teaching.notKept')}</p>}
      {has('rooms') && (
        <div class="desk-rooms" id="rooms">
          <Rooms />
          {has('orders') && <Orders />}
        </div>
      )}
      {has('vote') && (
        <div class="desk-pair">
          <Vote />
          {has('reveal') && <Reveal />}
        </div>
      )}
      {has('sheets') && <Sheets />}
      <div class="desk-pair">
        {has('access') && <Access />}
        <Ending />
      </div>
    </DeskContext.Provider>
  );
}

export default function Desk(props: Props) {
  const page = useRef<HTMLDivElement>(null);
  const [desk, setDesk] = useState<DeskState | 'no secret' | 'no class'>();
  useEffect(() => void sitAtDesk(props.base).then(setDesk), []);
  useKeptFocus(page, desk !== undefined);
  if (!desk) return <div class="desk" aria-busy="true" />;
  return (
    <div class="desk" ref={page}>
      {typeof desk === 'object' && <Seated desk={desk} {...props} />}
      {desk === 'no secret' && <Closed why="noSecret" {...props} />}
      {desk === 'no class' && <Closed why="noClass" {...props} />}
    </div>
  );
}
