// What a question's page and a model answer must say of themselves.

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { parseCue } from '#server/sheets/cue.ts';
import { MAX_OFFSET_SECONDS } from './chat/clock.ts';
import { frenchSpaces } from './i18n/french-spaces.ts';

const number = z.number().int().min(1).max(16);

/** A sentence of so many characters, with its non-breaking spaces. */
const sentence = (least: number, most: number) => z.string().min(least).max(most).transform(frenchSpaces);

const questions = defineCollection({
  loader: glob({ pattern: '*/*.mdx', base: './site/content' }),
  schema: z.strictObject({
    number,
    section: z.enum(['introduction', 'chiffrement', 'authentifie', 'ttl', 'critique']),
    /** the question itself */
    title: sentence(10, 110),
    /** one sentence for search engines and link previews */
    description: sentence(40, 170),
    /** what the bench stands at when the reader comes */
    stage: z.enum(['plaintext', 'hazmat', 'fernet', 'fernet-ttl']),
    from: z.enum(['gauche', 'droite']),
    message: z.string().min(1).max(80),
    /** seconds by which the sender's clock is ahead in the still picture, where the question is about clocks */
    clock: z.number().int().min(-MAX_OFFSET_SECONDS).max(MAX_OFFSET_SECONDS).optional(),
    /** where to look, what to think of, and nearly the answer */
    hints: z.tuple([sentence(30, 300), sentence(30, 300), sentence(30, 300)]),
  }),
});

const pages = defineCollection({
  loader: glob({ pattern: '*/pages/*.mdx', base: './site/content' }),
  schema: z.strictObject({
    title: sentence(5, 110),
    description: sentence(40, 170),
  }),
});

/** A cue of a false belief, in the notation of `server/sheets/cue.ts`. */
const cue = z.string().superRefine((text, context) => {
  try {
    parseCue(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
  }
});

const answers = defineCollection({
  loader: glob({ pattern: '*/*.md', base: './answers' }),
  schema: z.strictObject({
    number,
    /** what a good answer contains, each in a sentence */
    criteria: z.array(sentence(10, 200)).min(2).max(6),
    /** false beliefs, each with why it tempts, what contradicts it, and the idea to keep */
    beliefs: z
      .array(
        z.strictObject({
          /** stays when the sentence is written anew */
          id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
          belief: sentence(5, 200),
          tempting: sentence(10, 200),
          contradicted: sentence(10, 400),
          keep: sentence(10, 200),
          /** the question whose experiment shows the contradiction */
          shown: number,
          /** what in an answer shows the belief; nothing where no words tell it from a right answer */
          cues: z.array(cue),
        }),
      )
      .min(1)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two beliefs have one id'),
  }),
});

export const collections = { questions, pages, answers };
