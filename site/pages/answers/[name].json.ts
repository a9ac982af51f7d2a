// The files that hold the model answers: as many, and as open, as ANSWERS says.

import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { answersMode, shippedFiles } from '../../build/answers.ts';
import { passphraseOf } from '../../build/passphrase.ts';
import { proseOf } from '../../build/prose.ts';

export const getStaticPaths = (async () => {
  const entries = await getCollection('answers', ({ id }) => id.startsWith('fr/'));
  const answers = new Map(
    entries.map(({ data, body = '' }) => [
      String(data.number),
      { prose: proseOf(body), criteria: data.criteria, beliefs: data.beliefs },
    ]),
  );
  const files = shippedFiles(answersMode(process.env), answers, () => passphraseOf(process.env));
  return Array.from(files, ([name, content]) => ({ params: { name }, props: { content } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props.content));
