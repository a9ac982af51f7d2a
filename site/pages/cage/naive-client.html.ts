// The replica that the cage holds: the one page with a policy of its own, see server/static-files.ts.
import type { APIRoute } from 'astro';
import { naiveClient } from '../../build/naive-client.ts';
import { translator } from '../../i18n/strings.ts';

export const GET: APIRoute = () =>
  new Response(naiveClient(translator('fr')), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
