// The teacher's console: whether there is a class here, and then all that leads it.
import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { addressOf } from '../../i18n/addresses.ts';
import type { Lang } from '../../i18n/langs.ts';
import { teachingWords } from '../../i18n/teaching-words.ts';
import type { AnswersMode } from '../../notebook/model-answer.ts';
import { spelled } from '../../teaching/class-addresses.ts';
import { type ClassQuestions, fetchClassQuestions } from '../../teaching/class-questions.ts';
import { type Desk as DeskState, sitAtDesk } from '../../teaching/page-teacher.ts';
import { ClosedPage } from '../ClosedPage.tsx';
import { Access } from './Access.tsx';
import { DeskContext } from './desk-context.ts';
import { Ending } from './Ending.tsx';
import { Orders } from './Orders.tsx';
import { Reveal } from './Reveal.tsx';
import { Rooms } from './Rooms.tsx';
import { Sheets } from './Sheets.tsx';
import { Told } from './Told.tsx';
import { Vote } from './Vote.tsx';
import './Desk.css';

interface Props {
  readonly base: string;
  readonly lang: Lang;
  readonly titles: readonly string[];
  readonly mode: AnswersMode;
}

const PARTS = ['rooms', 'orders', 'vote', 'reveal', 'sheets', 'access', 'close'] as const;
/** What is left of a lesson that is over. */
const PARTS_AFTER = ['rooms', 'sheets', 'close'] as const;

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
  const ended = overview?.class.ended === true;
  if (standing === 'refused' || standing === 'tooMany') return <Closed why={standing} {...{ base, lang }} />;
  if (!overview) return <p class="desk-note">{t('teaching.connecting')}</p>;
  return (
    <DeskContext.Provider
      value={{ base, lang, t, teacher, handIns, overview, titles, classQuestions, mode, target }}
    >
      <header class="desk-head">
        <h1>{overview.class.name}</h1>
        <p class="desk-code">
          <span class="unseen">{t('access.code')}</span> {spelled(overview.joinCode)}
        </p>
        <nav aria-label={t('teaching.sections')}>
          {(ended ? PARTS_AFTER : PARTS).map((part) => (
            <a key={part} href={`#${part}`}>
              {t(`teaching.${part}`)}
            </a>
          ))}
          <a href={addressOf(base, lang, 'home')}>{t('teaching.toWorkbook')}</a>
        </nav>
      </header>
      {standing === 'lost' && <p class="desk-note is-trouble">{t('teaching.lost')}</p>}
      {!overview.kept && <p class="desk-note is-trouble">{t('teaching.notKept')}</p>}
      {ended && <p class="desk-note">{t('teaching.ended')}</p>}
      <Told />
      <div class="desk-rooms" id="rooms">
        <Rooms />
        {!ended && <Orders />}
      </div>
      {!ended && (
        <div class="desk-pair">
          <Vote />
          <Reveal />
        </div>
      )}
      <Sheets />
      <div class="desk-pair">
        {!ended && <Access />}
        <Ending />
      </div>
    </DeskContext.Provider>
  );
}

export default function Desk(props: Props) {
  const [desk, setDesk] = useState<DeskState | 'no secret' | 'no class'>();
  useEffect(() => void sitAtDesk(props.base).then(setDesk), []);
  if (!desk) return <div class="desk" aria-busy="true" />;
  return (
    <div class="desk">
      {typeof desk === 'object' && <Seated desk={desk} {...props} />}
      {desk === 'no secret' && <Closed why="noSecret" {...props} />}
      {desk === 'no class' && <Closed why="noClass" {...props} />}
    </div>
  );
}
