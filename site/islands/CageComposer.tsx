// What the reader hands in to the cage: a text, escaped or not, once or once more.
import { useState } from 'preact/hooks';
import type { Cage } from '../chat/cage.ts';
import { samples } from '../chat/cage-samples.ts';
import type { CageTranslate } from '../i18n/cage-words.ts';

const NAMES = ['plain', 'tag', 'handler', 'rewrite', 'newline'] as const;
const MOST_CHARACTERS = 2000;

interface Props {
  readonly cage: Cage;
  readonly t: CageTranslate;
}

export function CageComposer({ cage, t }: Props) {
  const texts = samples(t('cage.example.honest'), t('cage.example.forged'));
  const [text, setText] = useState<string>(texts.plain);
  const ready = cage.state.value === 'ready';
  const hand = (event: Event) => {
    event.preventDefault();
    cage.hand(text);
  };
  return (
    <form class="cage-composer" onSubmit={hand}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say aloud what the buttons show */}
      <div class="cage-samples" role="group" aria-label={t('cage.samples')}>
        {NAMES.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={text === texts[name]}
            onClick={() => setText(texts[name])}
          >
            {t(`cageSample.${name}`)}
          </button>
        ))}
      </div>
      <label>
        {t('cage.text')}
        <textarea
          rows={3}
          value={text}
          maxLength={MOST_CHARACTERS}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <label class="cage-escaping">
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says of itself whether it is checked
          role="switch"
          checked={cage.escaping.value}
          onChange={({ currentTarget }) => {
            cage.escaping.value = currentTarget.checked;
          }}
        />
        <span>
          {t('cage.escaping')} <small>{t('cage.escaping.note')}</small>
        </span>
      </label>
      <p class="cage-acts">
        <button type="submit" class="primary" disabled={!ready || text === ''}>
          {t('cage.hand')}
        </button>
        <button
          type="button"
          disabled={!ready || cage.shown.value.length === 0}
          onClick={() => cage.replay()}
        >
          {t('cage.replay')}
        </button>
        <button type="button" onClick={() => cage.restart()}>
          {t('cage.restart')}
        </button>
      </p>
    </form>
  );
}
