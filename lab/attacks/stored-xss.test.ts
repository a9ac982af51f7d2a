// What a naive client makes of a message that is HTML, and what escaping leaves of it. That it runs, a browser shows.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, handlerPayload, naiveHtml, tagPayload } from './stored-xss.ts';

/** The tags that an HTML parser would find in a text that opens no comment. */
const tagsOf = (html: string) => html.match(/<\/?[a-z][^>]*>/gi) ?? [];

const OWN = ['<b>', '</b>'];
const payloads = [handlerPayload('alert(1)'), tagPayload('alert(1)')];

test('an honest text is the same line either way', () => {
  expect(naiveHtml('gauche', 'rdv 14h')).toBe('<b>gauche</b> : rdv 14h');
  expect(escapeHtml('rdv 14h, à côté')).toBe('rdv 14h, à côté');
});

describe.each(payloads)('%s', (payload) => {
  test('weak on purpose: stands in the naive line as an element', () => {
    expect(tagsOf(naiveHtml('gauche', payload)).length).toBeGreaterThan(OWN.length);
    expect(naiveHtml('gauche', payload)).toContain(payload);
    expect(tagsOf(naiveHtml(payload, 'rdv')).length).toBeGreaterThan(OWN.length);
  });

  test('is a text in the escaped line', () => {
    expect(tagsOf(naiveHtml('gauche', escapeHtml(payload)))).toEqual(OWN);
    expect(escapeHtml(payload)).not.toMatch(/[<>"']/);
  });
});

test('escaping loses nothing and leaves nothing that means more than a character', () => {
  const read = (html: string) =>
    html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const markup = fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", '#', ';', '3', '8', 'a', 'é', '\n'),
  });
  fc.assert(
    fc.property(fc.oneof(markup, fc.string()), (text) => {
      const html = escapeHtml(text);
      expect(read(html)).toBe(text);
      expect(html).not.toMatch(/[<>"']|&(?!#\d+;)/);
    }),
  );
});
