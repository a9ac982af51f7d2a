// The projector in this page: with the secret of its address, on the relay of this server.
import { fetchRelayFile, socketUrl } from '../chat/browser-world.ts';
import { socketLink } from '../chat/link.ts';
import { reloadForNewSecret, takeSecret } from '../class/fragment-secret.ts';
import { spelled } from '../teaching/class-addresses.ts';
import { Projector } from './projector.ts';

export interface Projected {
  readonly projector: Projector;
  /** how a class comes in, where the teacher wants it shown */
  readonly code: string | undefined;
}

const CODE_NAME = 'tp-chat-chiffre:projector code';
const CODE = /^[a-z0-9]{6,16}$/;

/** The access code of an address, as in `#cle=…&code=…`; kept for this tab, as the secret is. */
function takeCode(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get('code') ?? '';
  try {
    if (CODE.test(code)) sessionStorage.setItem(CODE_NAME, code);
    else if (location.hash !== '') sessionStorage.removeItem(CODE_NAME);
    return sessionStorage.getItem(CODE_NAME) ?? undefined;
  } catch {
    return CODE.test(code) ? code : undefined;
  }
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
