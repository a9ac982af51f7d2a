// The projector in this page: with the secret of its address, on the relay of this server.
import { fetchRelayFile, socketUrl } from '../chat/browser-world.ts';
import { socketLink } from '../chat/link.ts';
import { takeSecret } from '../class/fragment-secret.ts';
import { Projector } from './projector.ts';

/** @returns the projector; or why there is none: no secret was given, or this server holds no class */
export async function startProjector(base: string): Promise<Projector | 'no secret' | 'no class'> {
  const secret = takeSecret('projector');
  const file = await fetchRelayFile(base);
  if (!file?.relay || !file.class) return 'no class';
  if (secret === undefined) return 'no secret';
  return new Projector(socketLink(socketUrl(file.relay)), secret);
}
