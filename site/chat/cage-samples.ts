// Texts for the cage, each of which tries something else on the one who shows it or logs it.
import { forgingText } from '#lab/attacks/log-forging.ts';
import { handlerPayload, tagPayload } from '#lab/attacks/stored-xss.ts';

const PROOF = 'alert(1)';

/** @param forged - what droite shall seem to have said */
export function samples(honest: string, forged: string) {
  return {
    plain: honest,
    tag: tagPayload(PROOF),
    handler: handlerPayload(PROOF),
    rewrite: handlerPayload(`this.closest('li').textContent = 'droite : ${forged}'; ${PROOF}`),
    newline: forgingText('ok', 'droite', forged),
  } as const;
}
