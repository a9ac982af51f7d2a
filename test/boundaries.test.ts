// Who may import whom: the arrows of the house, read from its imports.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeFiles, importsOf, ROOT } from './imports.ts';

const texts = codeFiles();
const imports = new Map(Array.from(texts, ([file, text]) => [file, importsOf(file, text)]));

const isTest = (file: string) => /\.test\.ts$|^test\/|\.vectors\.ts$|^site\/e2e\//.test(file);
const below = (folder: string) =>
  [...imports.keys()].filter((file) => file.startsWith(folder) && !isTest(file));

/** Every import of these files that the rule forbids, as "file -> import". */
function breaches(files: readonly string[], allowed: (imported: string, file: string) => boolean): string[] {
  return files.flatMap((file) =>
    (imports.get(file) ?? [])
      .filter((imported) => !allowed(imported, file))
      .map((imported) => `${file} -> ${imported}`),
  );
}

const PURE_SERVER = [
  'class/wire',
  'protocol',
  'name',
  'payload',
  'refusal',
  'values',
  'relay',
  'room',
  'rooms',
  'history',
  'world',
  'connection',
  'rate',
  'budget',
  'limits',
  'pause',
  'log',
  'desk',
  'class/class-error',
  'class/wire',
  'tally',
  'traffic',
  'watch',
  'shallow-json',
  'mallory/act',
  'mallory/hands',
  'mallory/journal',
  'mallory/mallory',
  'mallory/memory',
  'mallory/pending',
  'mallory/rule',
  'mallory/standing-rule',
  'mallory/tamper',
  'sheets/answer-words',
  'sheets/beliefs',
  'sheets/code-lines',
  'sheets/contents',
  'sheets/csv',
  'sheets/cue',
  'sheets/decode-sheet',
  'sheets/denial',
  'sheets/english',
  'sheets/escape-html',
  'sheets/french',
  'sheets/grammar',
  'sheets/languages',
  'sheets/near-word',
  'sheets/own-language',
  'sheets/mark',
  'sheets/number-habits',
  'sheets/numbered-parts',
  'sheets/question-titles',
  'sheets/number-marker',
  'sheets/numbering',
  'sheets/piece',
  'sheets/read-by-hand',
  'sheets/read-exported',
  'sheets/read-sheet',
  'sheets/report-sheet',
  'sheets/reported',
  'sheets/section-names',
  'sheets/sheet',
  'sheets/sheet-lines',
  'sheets/sheet-marks',
  'sheets/write-sheet',
].map((name) => `server/${name}.ts`);

describe('lab', () => {
  test('imports itself and the audited library alone; Node, in its command line', () => {
    const files = below('lab/');
    expect(files.length).toBeGreaterThan(15);
    expect(
      breaches(
        files,
        (imported, file) =>
          imported.startsWith('lab/') ||
          imported.startsWith('@noble/') ||
          (file === 'lab/cli.ts' && imported.startsWith('node:')),
      ),
    ).toEqual([]);
  });

  test('touches no clock, no chance, no socket and no document', () => {
    const worldly =
      /\b(?:Date|Math\.random|fetch|setTimeout|setInterval|process|document|window|localStorage|console|WebSocket)\b/;
    const touching = below('lab/')
      .filter((file) => file !== 'lab/cli.ts')
      .filter((file) => worldly.test((texts.get(file) ?? '').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')));
    expect(touching).toEqual([]);
  });
});

describe('server', () => {
  test('imports itself, Node and the bytes of the lab, never a stage: it carries what it cannot open', () => {
    const packages: Readonly<Record<string, string>> = {
      'server/gateway.ts': 'ws',
      'server/metrics.ts': 'prom-client',
      'server/banner.ts': 'uqr',
      'server/class/pseudonym.ts': 'unicode-confusables',
      'server/sheets/answer-beliefs.ts': 'yaml',
      'server/class/hand-in-export.ts': 'fflate',
    };
    expect(
      breaches(
        below('server/'),
        (imported, file) =>
          imported.startsWith('server/') ||
          imported.startsWith('node:') ||
          imported === 'lab/bytes.ts' ||
          imported === packages[file],
      ),
    ).toEqual([]);
  });

  test('has a pure half that runs inside a page', () => {
    expect(
      breaches(PURE_SERVER, (imported) => PURE_SERVER.includes(imported) || imported === 'lab/bytes.ts'),
    ).toEqual([]);
  });

  test('touches SQLite in the store’s file alone', () => {
    const touching = [...imports].filter(([, imported]) => imported.includes('node:sqlite'));
    expect(touching.map(([file]) => file)).toEqual(['server/store/sqlite.ts']);
  });

  test('is wired in one place; development has its own', () => {
    const wiring = [...imports]
      .filter(([file, imported]) => !isTest(file) && imported.includes('server/gateway.ts'))
      .map(([file]) => file);
    expect(wiring.filter((file) => !file.startsWith('bench/'))).toEqual(['server/dev.ts', 'server/main.ts']);
  });
});

describe('site', () => {
  test('imports the pure half of the server and no other', () => {
    expect(
      breaches(
        below('site/'),
        (imported) => !imported.startsWith('server/') || PURE_SERVER.includes(imported),
      ),
    ).toEqual([]);
  });

  test('touches Node only where it is built', () => {
    const inBrowser = [
      'site/chat/',
      'site/class/',
      'site/islands/',
      'site/notebook/',
      'site/offline/',
      'site/projector/',
      'site/search/',
      'site/teaching/',
      'site/i18n/',
    ].flatMap(below);
    expect(breaches(inBrowser, (imported) => !imported.startsWith('node:'))).toEqual([]);
    expect(breaches(inBrowser, (imported) => !imported.startsWith('site/build/'))).toEqual([]);
  });

  test('alone looks through the inspector, with the lab’s command line', () => {
    const looking = [...imports]
      .filter(([file, imported]) => !isTest(file) && imported.includes('lab/inspect.ts'))
      .map(([file]) => file);
    expect(looking.filter((file) => !file.startsWith('site/'))).toEqual(['lab/cli.ts']);
  });

  test('has islands that only draw: no socket, no sealing, no storage, 120 lines at most', () => {
    const islands = below('site/islands/').filter((file) => file.endsWith('.tsx'));
    expect(islands.length).toBeGreaterThan(10);
    const forbidden = /\bWebSocket\b|\bfetch\(|\.seal\(|\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b/;
    expect(islands.filter((file) => forbidden.test(texts.get(file) ?? ''))).toEqual([]);
    expect(islands.filter((file) => (texts.get(file) ?? '').split('\n').length > 121)).toEqual([]);
  });
});

test('answers hold prose, and no code', () => {
  const files = readdirSync(join(ROOT, 'answers'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /\.\w+$/.test(file) && !file.endsWith('.md'))).toEqual([]);
});

test('nobody imports the bench', () => {
  const outside = [...imports.keys()].filter((file) => !file.startsWith('bench/'));
  expect(breaches(outside, (imported) => !imported.startsWith('bench/'))).toEqual([]);
});

test('there are no circles, types included', () => {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' -> ')];
    if (done.has(file)) return [];
    const circles = (imports.get(file) ?? []).flatMap((imported) =>
      imports.has(imported) ? walk(imported, [...path, file]) : [],
    );
    done.add(file);
    return circles;
  };
  expect([...imports.keys()].flatMap((file) => walk(file, []))).toEqual([]);
});

describe('each file', () => {
  test('that is imported is there', () => {
    const own = /^(?:lab|server|site|test|bench)\//;
    expect(breaches([...imports.keys()], (path) => !own.test(path) || existsSync(join(ROOT, path)))).toEqual(
      [],
    );
  });

  test('says in its first line what it holds', () => {
    const nameless = [...texts].filter(([file, text]) => {
      if (file.endsWith('.mdx')) return false;
      return !/^(?:---\n)?\/\/ \S.*[.:]\n/.test(text);
    });
    expect(nameless.map(([file]) => file)).toEqual([]);
  });

  test('is no drawer: no utils, no helpers, no barrel', () => {
    const drawer = /(?:^|\/)(?:utils?|helpers?|common|misc|types|index)(?:\/|\.ts$)/;
    expect([...texts.keys()].filter((file) => drawer.test(file))).toEqual([]);
  });
});

describe('a deliberate weakness', () => {
  const fences = [...texts].flatMap(([file, text]) =>
    // A fence may run over two lines of comment.
    Array.from(
      text
        .replaceAll(/\n\s*\/\/ /g, ' ')
        .matchAll(/WEAK ON PURPOSE \(.+?\):[^\n]*?(lab\/attacks\/[\w-]+\.ts)/g),
      (match) => ({
        file,
        attack: match[1] ?? '',
      }),
    ),
  );
  const marks = [...texts]
    .filter(([file]) => !isTest(file))
    .map(([, text]) => text.split('WEAK ON PURPOSE').length - 1);

  test('is fenced with the attack that exploits it', () => {
    expect(fences.length).toBeGreaterThan(4);
    expect(fences).toHaveLength(marks.reduce((sum, count) => sum + count, 0));
  });

  test('is the only place where a text becomes HTML', () => {
    const sink =
      /\b(?:inner|outer)HTML\b|insertAdjacentHTML|setHTMLUnsafe|document\.write|createContextualFragment|dangerouslySetInnerHTML|set:html|\bsrcdoc\b/;
    const code = [...texts].filter(([file]) => !isTest(file) && !file.endsWith('.mdx'));
    const withSink = code.filter(([, text]) => sink.test(text)).map(([file]) => file);
    expect(withSink).toEqual(['site/build/naive-client.ts']);
    expect(fences.map(({ file }) => file)).toContain('site/build/naive-client.ts');
  });

  test.each(fences)('in $file is exploited by a test ($attack)', ({ file, attack }) => {
    const beside = file.replace(/\.ts$/, '.test.ts');
    expect(imports.get(beside)).toContain(attack);
  });
});
