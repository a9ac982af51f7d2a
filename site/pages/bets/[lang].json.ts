// The bets of all questions of a language, for a class that votes on one.
import type { APIRoute, GetStaticPaths } from 'astro';
import { betOf } from '../../build/bets.ts';
import { entriesOf } from '../../build/questions.ts';
import { langs } from '../../i18n/langs.ts';

export const getStaticPaths = (async () =>
  Promise.all(
    langs.map(async (lang) => ({
      params: { lang },
      props: {
        bets: Object.fromEntries(
          (await entriesOf(lang)).map(({ data, body = '' }) => [data.number, betOf(lang, body)]),
        ),
      },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props.bets));
