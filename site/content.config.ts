// What a question's page and a model answer must say of themselves.

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const number = z.number().int().min(1).max(16);

const questions = defineCollection({
  loader: glob({ pattern: '*/*.mdx', base: './site/content' }),
  schema: z.strictObject({
    number,
    section: z.enum(['introduction', 'chiffrement', 'authentifie', 'ttl', 'critique']),
    /** the question itself */
    title: z.string().min(10).max(110),
    /** one sentence for search engines and link previews */
    description: z.string().min(40).max(170),
    /** what the bench stands at when the reader comes */
    stage: z.enum(['plaintext', 'hazmat', 'fernet', 'fernet-ttl']),
    from: z.enum(['gauche', 'droite']),
    message: z.string().min(1).max(80),
  }),
});

const pages = defineCollection({
  loader: glob({ pattern: '*/pages/*.mdx', base: './site/content' }),
  schema: z.strictObject({
    title: z.string().min(5).max(110),
    description: z.string().min(40).max(170),
  }),
});

const answers = defineCollection({
  loader: glob({ pattern: '*/*.md', base: './answers' }),
  schema: z.strictObject({
    number,
    /** what a good answer contains, each in a sentence */
    criteria: z.array(z.string().min(10)).min(2).max(6),
    /** false beliefs, each with why it tempts, what contradicts it, and the idea to keep */
    beliefs: z
      .array(
        z.strictObject({
          belief: z.string().min(5),
          tempting: z.string().min(10),
          contradicted: z.string().min(10),
          keep: z.string().min(10),
        }),
      )
      .min(1),
  }),
});

export const collections = { questions, pages, answers };
