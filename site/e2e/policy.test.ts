// What the pages' policy says, word for word, and what a browser makes of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../test/running-server.ts';
import { classPlaces, places } from '../i18n/addresses.ts';
import { langs } from '../i18n/langs.ts';
import { expectReady, openPage, startServer } from './workbook.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer(); // it builds what is not built
}, 120_000);

/** The directives of a policy, by their names; each may stand there once. */
function directivesOf(policy: string): Record<string, string> {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '')
    .map((directive): [string, string] => [
      directive.split(/\s/, 1)[0] ?? '',
      directive.replace(/^\S+\s*/, ''),
    ]);
  expect(new Set(directives.map(([name]) => name)).size).toBe(directives.length);
  return Object.fromEntries(directives);
}

/** This site's own files, and what its pages hold inline, by hash: no other source, no `unsafe-…`, no wildcard. */
const OWN_AND_HASHES = expect.stringMatching(/^'self'(?: 'sha256-[\w+/]{43}=')+$/);

const POLICY = {
  'default-src': "'self'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lab',
  'script-src': OWN_AND_HASHES,
  'style-src': OWN_AND_HASHES,
};

/** The one page in each language whose policy allows more: WebAssembly, in which the search reads its index. */
const SEARCH = ['recherche/index.html', 'en/search/index.html'];
const SEARCH_POLICY = {
  ...POLICY,
  'script-src': expect.stringMatching(/^'self' 'wasm-unsafe-eval'(?: 'sha256-[\w+/]{43}=')+$/),
};

describe('in the files, for any host', () => {
  test('every page says it once, before its first script', () => {
    const pages = readdirSync(server.dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.html'))
      .filter((file) => file !== 'cage/naive-client.html'); // which has one of its own: see cage.test.ts
    // In two languages: sixteen questions, and the pages around them; and the one for what is not there.
    expect(pages.length).toBe(langs.length * (16 + places.length + classPlaces.length) + 1);
    for (const page of pages) {
      const html = readFileSync(join(server.dist, page), 'utf8');
      const metas = Array.from(
        html.matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)"\s*\/?>/gi),
      );
      expect({ page, policies: metas.length }).toEqual({ page, policies: 1 });
      const [meta] = metas;
      const wanted = SEARCH.includes(page) ? SEARCH_POLICY : POLICY;
      expect({ page, ...directivesOf(meta?.[1] ?? '') }).toEqual({ page, ...wanted });
      expect(html.slice(0, meta?.index)).not.toMatch(/<(?:script|body)\b/i);
      // What no hash can allow is not there: handlers and styles in attributes, addresses that run.
      expect(html).not.toMatch(/<[^>]+\s(?:on\w+|style)=|javascript:/i);
    }
  });
});

describe('in the header of our server', () => {
  test.each(['', 'banc/', 'cage/', 'questions/13/', 'en/questions/13/', 'perdu/'])(
    'the page “%s” has it too, and may not be framed',
    async (path) => {
      const { headers } = await fetch(server.url + path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(directivesOf(policy)).toEqual({ ...POLICY, 'frame-ancestors': "'none'" });
    },
  );
});

describe('in a browser', () => {
  /** The error that a piece of work in the page ends with. */
  const errorOf = (page: Page, work: () => void) =>
    page.evaluate(`(() => { try { (${work})(); return 'none'; } catch (error) { return error.name; } })()`);

  test('no text becomes HTML, and no string a script', async () => {
    const { page } = await openPage(`${server.url}questions/7/`);
    await expectReady(page);
    const sinks: (() => void)[] = [
      () => {
        document.body.innerHTML = '<b>';
      },
      () => {
        document.createElement('template').innerHTML = '<b>';
      },
      () => document.body.insertAdjacentHTML('beforeend', '<b>'),
      () => document.write('<b>'),
      () => {
        document.createElement('iframe').srcdoc = '<b>';
      },
      () => {
        document.createElement('script').src = 'data:text/javascript,';
      },
      () => {
        document.createElement('script').textContent = '1';
      },
      () => new Worker('data:text/javascript,'),
    ];
    for (const sink of sinks)
      expect({ sink: String(sink), error: await errorOf(page, sink) }).toEqual({
        sink: String(sink),
        error: 'TypeError',
      });
    expect(await page.locator('main h1').count()).toBe(1);
  });

  test('nobody makes a second door for strings', async () => {
    const { page } = await openPage(`${server.url}questions/7/`);
    const error = await page.evaluate(() => {
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): unknown };
      }; // TypeScript's DOM does not know it yet
      try {
        trustedTypes.createPolicy('other', { createHTML: (text: string) => text });
        return 'none';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(error).toBe('TypeError');
  });

  /** Opens a question whose page somebody has altered on its way. @param headers - whether our server's headers came along */
  async function openAltered(injected: string, headers: boolean): Promise<Page> {
    const { page } = await openPage(`${server.url}banc/`);
    await page.route('**/questions/7/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('</h1>', `</h1>${injected}`);
      expect(body).toContain(injected);
      await (headers
        ? route.fulfill({ response, body })
        : route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body }));
    });
    await page.goto(`${server.url}questions/7/`);
    await expectReady(page);
    return page;
  }

  test.each([
    ['with the header', true],
    ['with the page’s own policy alone', false],
  ])(
    '%s, an injected script does not run, in a tag, a handler, an address or by hand',
    async (_, headers) => {
      const page = await openAltered(
        '<script>globalThis.ran = "tag"</script><img src="data:," onerror="globalThis.ran = \'handler\'">' +
          '<a id="trap" href="javascript:globalThis.ran = \'address\'">ici</a>' +
          '<script src="data:text/javascript,globalThis.ran = \'data\'"></script>',
        headers,
      );
      await page.locator('#trap').click();
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.append("globalThis.ran = 'by hand'");
        document.body.append(script);
      });
      expect(await page.evaluate(() => (globalThis as { ran?: string }).ran)).toBeUndefined();
      await expectReady(page); // and the bench is as well as before
    },
  );

  test('nothing is fetched from elsewhere', async () => {
    const { page } = await openPage(`${server.url}questions/7/`);
    const blocked = await page.evaluate(async () => {
      const violation = new Promise<string>((resolve) =>
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective)),
      );
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
      return violation;
    });
    expect(blocked).toBe('connect-src');
  });
});
