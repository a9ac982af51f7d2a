// The projector in this page: with the secret of its address, on the relay of this server.
import { fetchRelayFile, socketUrl } from '../chat/browser-world.ts';
import { socketLink } from '../chat/link.ts';
import { reloadForNewSecret, takeSecret } from '../class/fragment-secret.ts';
import { TabKept } from '../class/tab-kept.ts';
import { spelled } from '../teaching/class-addresses.ts';
import { Projector } from './projector.ts';

export interface Projected {
  readonly projector: Projector;
  /** how a class comes in, where the teacher wants it shown */
  readonly code: string | undefined;
}

const CODE = /^[a-z0-9]{6,16}$/;
const kept = new TabKept('tp-chat-chiffre:projector code');

/** The access code of an address, as in `#cle=…&code=…`; kept for this tab, as the secret is. */
function takeCode(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? '';
  if (location.hash === '') return kept.read();
  const given = CODE.test(code) ? code : undefined;
  kept.keep(given);
  return given;
}

/** @returns the projector; or why there is none: no secret was given, or this server holds no class */
export async function startProjector(base: string): Promise<Projected | 'no secret' | 'no class'> {
  const code = takeCode();
  const secret = takeSecret('projector');
  reloadForNewSecret();
  const file = await fetchRelayFile(base);
  if (!file?.relay || !file.class) return 'no class';
  if (secret === undefined) return 'no secret';
  return {
    projector: new Projector(socketLink(socketUrl(file.relay)), secret),
    code: code && spelled(code),
  };
}
