// What makes an element draggable as a thing, from where it lies.
import type { SolutionTrial } from '../../experiments/04-solution.ts';
import type { Place, Thing } from '../../experiments/placement.ts';

export function dragging(trial: SolutionTrial, thing: Thing, from?: Place) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer?.setData('text/plain', thing); // without any data some browsers drag nothing
      trial.drop();
      trial.pick(thing, from);
    },
    onDragEnd: () => trial.drop(),
  };
}
