// The projector's settings: which room, how large, whether it follows, and whose words to find.
import type { ProjectorWords } from '../../i18n/projector-words.ts';
import { LARGEST } from '../../projector/letter-size.ts';
import { findWords } from '../../projector/my-words.ts';
import type { Projector } from '../../projector/projector.ts';

interface Props {
  readonly t: ProjectorWords;
  readonly projector: Projector;
  readonly step: number;
  readonly typed: string;
  readonly words: readonly string[];
  readonly clips: boolean;
  readonly onStep: (step: number) => void;
  readonly onType: (typed: string) => void;
  readonly onClip: (clips: boolean) => void;
}

/** In how many lines of the wall the words stand. */
function countFound({ entries }: Projector, words: readonly string[]): number {
  return entries.value.filter(
    (entry) =>
      entry.kind === 'line' && findWords(entry.line.text, words).some(({ word }) => word !== undefined),
  ).length;
}

function Follow({ t, projector }: Pick<Props, 't' | 'projector'>) {
  const behind = projector.behind.value;
  if (behind === undefined)
    return (
      <button type="button" onClick={() => projector.hold()}>
        {t('projector.hold')}
      </button>
    );
  return (
    <button type="button" class="is-first" onClick={() => projector.follow()}>
      {behind === 0
        ? t('projector.follow')
        : t(behind === 1 ? 'projector.behind.one' : 'projector.behind', { count: behind })}
    </button>
  );
}

export function Bar({ t, projector, step, typed, words, clips, onStep, onType, onClip }: Props) {
  const found = words.length === 0 ? 0 : countFound(projector, words);
  return (
    <details class="wall-bar" open>
      <summary>{t('projector.settings')}</summary>
      <div class="wall-settings">
        <label>
          {t('projector.shown')}{' '}
          <select
            value={projector.shown.value}
            onChange={({ currentTarget: { value } }) =>
              projector.show(value === 'all' ? 'all' : Number(value))
            }
          >
            <option value="all">{t('projector.all')}</option>
            {projector.rooms.value.map((number) => (
              <option key={number} value={number}>
                {t('projector.room', { number })}
              </option>
            ))}
          </select>
        </label>
        <Follow t={t} projector={projector} />
        <button
          type="button"
          disabled={step === 0}
          aria-label={t('projector.smaller')}
          onClick={() => onStep(step - 1)}
        >
          A−
        </button>
        <button
          type="button"
          disabled={step === LARGEST}
          aria-label={t('projector.larger')}
          onClick={() => onStep(step + 1)}
        >
          A+
        </button>
        <label>
          {t('projector.words')}{' '}
          <input
            type="text"
            value={typed}
            maxLength={120}
            autocomplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => onType(currentTarget.value)}
          />
        </label>
        {words.length > 0 && (
          <output>{t(found === 1 ? 'projector.found.one' : 'projector.found', { count: found })}</output>
        )}
        <label>
          <input type="checkbox" checked={clips} onChange={() => onClip(!clips)} /> {t('projector.clip')}
        </label>
      </div>
    </details>
  );
}
