// A bench on a class's server: finds out where this page sits, and puts the class's strip above the bench.
import { render } from 'preact';
import { pageBench } from '../../chat/page-bench.ts';
import type { Invitation, RelayChoice, RelayFile } from '../../chat/relay-choice.ts';
import { accompany } from '../../class/accompany.ts';
import { followOrders, obeyedInTab } from '../../class/follow-orders.ts';
import { keptSecret } from '../../class/fragment-secret.ts';
import { placeIn } from '../../class/page-class.ts';
import type { Lang } from '../../i18n/langs.ts';
import { askedQuestion } from '../../notebook/asked-question.ts';
import { ClassStrip } from './ClassStrip.tsx';
import { classHere } from './class-here.ts';

/** @param file - what the class's server says of itself @param invitation - of the page's address */
export async function placeInClass(
  lang: Lang,
  file: RelayFile,
  invitation: Invitation | undefined,
): Promise<RelayChoice> {
  const here = classHere(file, lang);
  const place = document.createElement('div');
  // Beside the island, which draws what is within it.
  document.querySelector('.bench-live')?.prepend(place);
  const secret = keptSecret('teacher');
  // A teacher who sits in a room's chair is nobody's neighbour.
  if (invitation && secret) {
    const { showTeachersChair } = await import('./TeachersChair.tsx');
    showTeachersChair(file, secret, invitation.room, here.c, place);
    return placeIn(here.own, invitation);
  }
  const question = askedQuestion(document);
  render(<ClassStrip here={here} question={question} elsewhere={invitation !== undefined} />, place);
  const bench = pageBench.value;
  accompany(here, () => ({ question, stage: bench?.stage.value }));
  if (bench) followOrders(here.own, bench, obeyedInTab, invitation !== undefined);
  return placeIn(here.own, invitation);
}
