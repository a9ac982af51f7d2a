// The lines of a flawed code, among which the reader chooses one.
import { type Line, unpack } from '../chat/packed-code.ts';
import type { FlawCard, PackedFlaw } from '../experiments/flaw-card.ts';
import type { FlawWords } from '../i18n/flaw-words.ts';

export function CodeLine({ line }: { readonly line: Line }) {
  return (
    <code>
      {line.map(([text, kind]) => (kind === 'plain' ? text : <span class={`code-${kind}`}>{text}</span>))}
    </code>
  );
}

/** Whether a line says anything: a bracket alone cannot be wrong. */
const says = (line: Line) => line.some(([text]) => /\w/.test(text));

interface Props {
  readonly card: FlawCard;
  readonly code: PackedFlaw;
  readonly isReady: boolean;
  readonly t: FlawWords;
}

export function FlawLines({ card, code, isReady, t }: Props) {
  const isOver = card.isOver;
  return (
    <fieldset class="flaw-lines" disabled={!isReady}>
      <legend>{t('flaws.legend')}</legend>
      <div class="flaw-code">
        {unpack(code.flawed).map((line, i) =>
          says(line) ? (
            <label key={i} class={isOver && i === code.wrong ? 'flaw-line is-wrong' : 'flaw-line'}>
              <input
                type="radio"
                name={`flaw-${card.name}`}
                checked={card.picked.value === i}
                disabled={isOver}
                onChange={() => card.pick(i)}
              />
              <CodeLine line={line} />
              {isOver && i === code.wrong && (
                <em class="flaw-here">{t('flaws.line.wrong', { line: i + 1 })}</em>
              )}
            </label>
          ) : (
            <span key={i} class="flaw-line">
              <CodeLine line={line} />
            </span>
          ),
        )}
      </div>
    </fieldset>
  );
}
