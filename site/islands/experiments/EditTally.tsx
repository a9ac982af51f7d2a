// How many edits of a captured token were tried, and how many were accepted.
import { EDITS, type FernetTrial, FIELDS } from '../../experiments/09-fernet.ts';
import { isDroiteElsewhere } from '../../experiments/handouts.ts';
import type fr from '../../i18n/experiments/09-fernet.fr.json';
import type { Say } from '../../i18n/strings.ts';
import { Mark } from '../Mark.tsx';

interface Props {
  readonly trial: FernetTrial;
  readonly t: Say<keyof typeof fr>;
}

export function EditTally({ trial, t }: Props) {
  const { accepted, places, fields } = trial.edited();
  const many = accepted > 1 ? 'fernet.editsMany' : 'fernet.edits';
  return (
    <p class="edits">
      <span aria-hidden="true">
        {Array.from({ length: Math.max(EDITS, places) }, (_, i) =>
          i < places ? <Mark key={i} kind="stale" /> : <span key={i} class="mark" />,
        )}
      </span>
      <span role="status">
        {t(isDroiteElsewhere(trial.bench) ? 'fernet.editsAway' : many, {
          places,
          fields,
          all: FIELDS,
          accepted,
        })}
      </span>
    </p>
  );
}
