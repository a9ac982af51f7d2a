// A card of "find the flaw": the code, a choice among its lines, the verdict, and what running it shows.
import { useRef } from 'preact/hooks';
import { type FlawCard as Card, type PackedFlaw, questionOf } from '../experiments/flaw-card.ts';
import { addressOf } from '../i18n/addresses.ts';
import type { FlawWords } from '../i18n/flaw-words.ts';
import { FlawLines } from './FlawLines.tsx';
import { FlawRun } from './FlawRun.tsx';
import { Mark } from './Mark.tsx';

interface Props {
  readonly card: Card;
  readonly code: PackedFlaw;
  readonly base: string;
  readonly isReady: boolean;
  readonly t: FlawWords;
}

/** What the button of a card does next. */
function actOf(card: Card) {
  if (!card.isOver) return 'flaws.point';
  if (card.busy.value) return 'flaws.running';
  return card.rows.value ? 'flaws.again' : 'flaws.run';
}

function Verdict({ card, code, t }: Pick<Props, 'card' | 'code' | 't'>) {
  const verdict = card.verdict.value;
  const isOver = card.isOver;
  return (
    <p class="flaw-verdict" role="status">
      {verdict === 'wrong' && <Mark kind="stale" />}
      {isOver && <Mark kind="sealed" />}{' '}
      {t(`verdict.${verdict === 'open' && card.picked.value !== undefined ? 'picked' : verdict}`, {
        line: code.wrong + 1,
      })}{' '}
      {verdict === 'wrong' && t(`card.${card.name}.look`)}
      {isOver && t(`card.${card.name}.why`)}
    </p>
  );
}

export function FlawCard({ card, code, base, isReady, t }: Props) {
  const title = `flaw-${card.name}`;
  const question = questionOf[card.name];
  const isOver = card.isOver;
  // One button from the first guess to the run, so that whoever has pressed it stays on it.
  const act = useRef<HTMLButtonElement>(null);
  return (
    <article class="flaw" data-flaw={card.name} data-verdict={card.verdict.value} aria-labelledby={title}>
      <h2 id={title}>{t(`card.${card.name}.title`)}</h2>
      <FlawLines card={card} code={code} isReady={isReady} t={t} />
      <Verdict card={card} code={code} t={t} />
      <div class="flaw-acts">
        <button
          ref={act}
          type="button"
          disabled={!isOver && card.picked.value === undefined}
          aria-disabled={card.busy.value}
          onClick={() => (isOver ? void card.run() : card.point(code.wrong))}
        >
          {t(actOf(card))}
        </button>
        {card.verdict.value === 'wrong' && (
          <button
            type="button"
            onClick={() => {
              card.tell();
              act.current?.focus();
            }}
          >
            {t('flaws.tell')}
          </button>
        )}
        {isOver && <a href={addressOf(base, t.lang, question)}>{t('flaws.see', { number: question })}</a>}
      </div>
      <FlawRun card={card} code={code} t={t} />
    </article>
  );
}
