// The teacher in this page: with the secret of its address, on the relay of this server.
import { fetchRelayFile, socketUrl } from '../chat/browser-world.ts';
import { socketLink } from '../chat/link.ts';
import { reloadForNewSecret, takeSecret } from '../class/fragment-secret.ts';
import { HandIns } from './hand-ins.ts';
import { Teacher } from './teacher.ts';

export interface Desk {
  readonly teacher: Teacher;
  readonly handIns: HandIns;
}

/** @returns the desk; or why there is none: no secret was given, or this server holds no class */
export async function sitAtDesk(base: string): Promise<Desk | 'no secret' | 'no class'> {
  const secret = takeSecret('teacher');
  reloadForNewSecret();
  const file = await fetchRelayFile(base);
  if (!file?.relay || !file.class) return 'no class';
  if (secret === undefined) return 'no secret';
  return {
    teacher: new Teacher(socketLink(socketUrl(file.relay)), secret),
    handIns: new HandIns(base, secret),
  };
}
