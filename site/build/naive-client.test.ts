// The page of the cage as a file: its policy, and a script that is the weak functions of the lab and nothing around them.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { naiveLine } from '#lab/attacks/log-forging.ts';
import { escapeHtml, naiveHtml } from '#lab/attacks/stored-xss.ts';
import { cageWords } from '../i18n/cage-words.ts';
import { naiveClient } from './naive-client.ts';

const html = naiveClient(cageWords('fr'), cageWords('en'));
const scripts = Array.from(html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g), ([, script = '']) => script);
const [script = ''] = scripts;

test('says its policy before anything else can ask for something', () => {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html);
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(policy?.[1]).toBe(
    `default-src 'none'; script-src 'unsafe-inline'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
  expect(html.slice(0, policy?.index)).toBe(
    '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n',
  );
});

test('asks for no other file, and holds one script', () => {
  expect(scripts).toHaveLength(1);
  expect(html.replace(script, '')).not.toMatch(
    /<(?:link|img|iframe|object|form|base)\b|\s(?:src|href|on\w+)=/i,
  );
});

test('weak on purpose: what it works with is the lab’s own, whole and without anything around it', () => {
  const parts = script.slice(script.lastIndexOf('({ naiveHtml'));
  const built = new Function(`return ${parts}`)(); // what they are made of is text, and has no module around it
  expect(Object.keys(built)).toEqual(['naiveHtml', 'escapeHtml', 'naiveLine']);
  fc.assert(
    fc.property(fc.string(), fc.string(), (user, text) => {
      expect(built.naiveHtml(user, text)).toBe(naiveHtml(user, text));
      expect(built.escapeHtml(text)).toBe(escapeHtml(text));
      expect(built.naiveLine(user, text)).toBe(naiveLine(user, text));
    }),
  );
});
