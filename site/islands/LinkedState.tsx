// Tells that the bench is set as a link says, and offers the way back; or that the link says nothing that can be read.
import { useEffect, useState } from 'preact/hooks';
import { readState, type SharedState, withoutState } from '../chat/state-link.ts';
import { applyState, asItStands, type Before, goBack, startAgainWith } from '../chat/state-of-bench.ts';
import { stateWords } from '../i18n/state-words.ts';
import { useBench } from './bench-context.ts';
import sheet from './StateLink.css?url';
import { styleSheet } from './style-sheet.ts';

await styleSheet(sheet);

interface Props {
  /** another one for each time that a link is opened, the same or not */
  readonly link: { readonly fragment: string };
}

type Told = 'set' | 'undone' | 'freshDone' | 'damaged';

interface Done {
  readonly told: Told;
  readonly state?: SharedState;
  readonly before?: Before;
  readonly ruleLeftOut?: boolean;
}

export function LinkedState({ link }: Props) {
  const { bench, lang } = useBench();
  const t = stateWords(lang);
  const [done, setDone] = useState<Done>();
  useEffect(() => {
    // It is done once: what the reader changes from here on is not changed back by a reload.
    history.replaceState(
      history.state,
      '',
      location.pathname + location.search + withoutState(link.fragment),
    );
    const state = readState(link.fragment);
    if (!state) return setDone({ told: 'damaged' });
    const before = asItStands(bench);
    setDone({ told: 'set', state, before, ruleLeftOut: applyState(bench, state) });
  }, [link]);
  const { told, state, before, ruleLeftOut } = done ?? {};
  const talks = bench.timeline.value.length > 0;
  return (
    <div class="linked">
      <p role="status">
        {told && t(`linked.${told}`)}
        {told === 'set' && talks && ` ${t('linked.talkStays')}`}
        {told === 'set' && ruleLeftOut && ` ${t('linked.ruleLeftOut')}`}
      </p>
      {before && told !== 'undone' && (
        <button
          type="button"
          onClick={() => {
            goBack(bench, before);
            setDone({ told: 'undone' });
          }}
        >
          {t('linked.undo')}
        </button>
      )}
      {state && told === 'set' && talks && (
        <button
          type="button"
          onClick={() => {
            startAgainWith(bench, state);
            setDone({ ...done, told: 'freshDone' });
          }}
        >
          {t('linked.fresh')}
        </button>
      )}
    </div>
  );
}
