// The files that hold the model answers: as many, and as open, as ANSWERS says.

import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { answersMode, shippedFiles, withAllCues } from '../../build/answers.ts';
import { passphraseOf } from '../../build/passphrase.ts';
import { proseOf } from '../../build/prose.ts';
import { answerName } from '../../i18n/addresses.ts';
import { langOf } from '../../i18n/langs.ts';

export const getStaticPaths = (async () => {
  const entries = await getCollection('answers');
  const written = entries.map(({ id, data, body = '' }) => ({
    ...data,
    lang: langOf(id.split('/', 1)[0]),
    body,
  }));
  const answers = new Map(
    written.map(({ lang, number, criteria, beliefs, body }) => {
      const spoken = withAllCues(
        beliefs,
        written.filter((answer) => answer.number === number),
      );
      return [answerName(lang, number), { prose: proseOf(lang, body), criteria, beliefs: spoken }];
    }),
  );
  const files = shippedFiles(answersMode(process.env), answers, () => passphraseOf(process.env));
  return Array.from(files, ([name, content]) => ({ params: { name }, props: { content } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props.content));
