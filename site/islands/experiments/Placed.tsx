// A thing that lies at a place: it can be dragged away, or taken away by a press.
import type { SolutionTrial } from '../../experiments/04-solution.ts';
import type { Place, Thing } from '../../experiments/placement.ts';
import { useHeir } from '../use-heir.ts';
import { dragging } from './dragging.ts';
import { ThingIcon } from './ThingIcon.tsx';

interface Props {
  readonly trial: SolutionTrial;
  readonly thing: Thing;
  readonly place: Place;
  readonly words: string;
  /** what a press does, in words */
  readonly label: string;
}

export function Placed({ trial, thing, place, words, label }: Props) {
  const button = useHeir<HTMLButtonElement>(`.spot-${place} .put`);
  return (
    <button
      ref={button}
      type="button"
      class="placed"
      title={label}
      aria-label={label}
      onClick={() => trial.remove(thing, place)}
      {...dragging(trial, thing, place)}
    >
      <ThingIcon thing={thing} />
      <span>{words}</span>
    </button>
  );
}
