// The sheets that were handed in, read question by question; exported, and erased one student at a time.
import { useEffect, useState } from 'preact/hooks';
import { summaryOf } from '../../teaching/glance.ts';
import { useDesk } from './desk-context.ts';
import { EraseAbsent } from './EraseAbsent.tsx';
import { EraseStudent } from './EraseStudent.tsx';
import { Exports } from './Exports.tsx';
import { OneQuestion } from './OneQuestion.tsx';
import { QuestionChoice } from './QuestionChoice.tsx';

/** A student who replaces a sheet does not count anew, so one asks for the last moment too. */
function useNewest(): void {
  const { overview, handIns } = useDesk();
  const times = overview.rooms.flatMap(({ seats }) => seats.flatMap(({ handedInAt }) => handedInAt ?? []));
  const { handedIn } = summaryOf(overview.rooms);
  const newest = Math.max(0, ...times);
  useEffect(() => void handIns.load(), [newest, handedIn]);
}

export function Sheets() {
  const { t, titles, overview, handIns } = useDesk();
  const [question, setQuestion] = useState(1);
  useNewest();
  const read = handIns.all.value;
  const all = read ?? [];
  const trouble = handIns.trouble.value;
  const without = overview.rooms
    .flatMap(({ seats }) => seats)
    .filter(({ handedInAt }) => handedInAt === undefined)
    .map(({ pseudonym }) => pseudonym);
  return (
    <section class="desk-part" id="sheets" aria-labelledby="sheets-title">
      <h2 id="sheets-title">{t('teaching.sheets')}</h2>
      {read && (
        <p>
          {all.length === 0
            ? t('sheets.none')
            : t(all.length === 1 ? 'sheets.count.one' : 'sheets.count', { count: all.length })}
        </p>
      )}
      {without.length > 0 && <p>{t('sheets.missing', { names: without.join(', ') })}</p>}
      <p role="status" class="is-trouble">
        {trouble && t(`sheets.trouble.${trouble}`)}
      </p>
      <div class="desk-acts">
        <button type="button" onClick={() => void handIns.load()}>
          {t(read ? 'sheets.reload' : 'sheets.read')}
        </button>
        {all.length > 0 && <Exports />}
      </div>
      {all.length > 0 && (
        <>
          <div class="desk-acts sheets-walk">
            <button type="button" disabled={question === 1} onClick={() => setQuestion(question - 1)}>
              {t('sheets.before')}
            </button>
            <QuestionChoice label={t('sheets.question')} question={question} onChoose={setQuestion}>
              <option value={titles.length + 1}>{t('sheets.unplaced')}</option>
            </QuestionChoice>
            <button
              type="button"
              disabled={question > titles.length}
              onClick={() => setQuestion(question + 1)}
            >
              {t('sheets.after')}
            </button>
          </div>
          <OneQuestion question={question} handIns={all} />
        </>
      )}
      <EraseStudent />
      <EraseAbsent />
    </section>
  );
}
