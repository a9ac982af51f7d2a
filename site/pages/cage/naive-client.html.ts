// The replica that the cage holds: the one page with a policy of its own, see server/static-files.ts.
import type { APIRoute } from 'astro';
import { naiveClient } from '../../build/naive-client.ts';
import { cageWords } from '../../i18n/cage-words.ts';

export const GET: APIRoute = () =>
  new Response(naiveClient(cageWords('fr'), cageWords('en')), {
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
