// Builds the page of the cage: a replica of a naive client and of a naive server's log, in one file.
import { createHash } from 'node:crypto';
import { naiveLine } from '#lab/attacks/log-forging.ts';
import { escapeHtml, naiveHtml } from '#lab/attacks/stored-xss.ts';
import type { FromCage, ToCage } from '../chat/cage.ts';
import type { CageTranslate } from '../i18n/cage-words.ts';
import style from './naive-client.css?raw';

/** What the replica works with. It is put into the page as text, like them, so it may know nothing else. */
interface Parts {
  readonly naiveHtml: typeof naiveHtml;
  readonly escapeHtml: typeof escapeHtml;
  readonly naiveLine: typeof naiveLine;
}

// WEAK ON PURPOSE (question 11): what comes is taken for HTML, and any script in it runs, see lab/attacks/stored-xss.ts
// WEAK ON PURPOSE (question 16): the log takes the text as it comes, line ends included, see lab/attacks/log-forging.ts
/** The script of the page. */
function replica({ naiveHtml, escapeHtml, naiveLine }: Parts): void {
  // With the site's origin it could read what the site keeps, and at top level nothing holds it: then it does nothing.
  if (self === top || self.origin !== 'null') return;
  const part = (id: string) => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`no element ${id}`);
    return found;
  };
  const [talk, lamp, said, log] = [part('talk'), part('lamp'), part('said'), part('log')];
  const tell = (word: FromCage) => parent.postMessage(word, '*'); // to a page without origin all others are strangers
  const showNewest = () => {
    for (const scrolled of [talk, log]) scrolled.scrollTop = scrolled.scrollHeight;
  };
  if (location.hash === '#en') {
    document.documentElement.lang = 'en';
    for (const spoken of document.querySelectorAll<HTMLElement>('[data-en]')) {
      const { en = '' } = spoken.dataset;
      if (spoken.ariaLabel) spoken.ariaLabel = en;
      else spoken.textContent = en;
    }
  }
  part('notice').remove();
  part('replica').hidden = false;

  // A sandbox shows no dialogs: here, the lamp stands for the box that proves that a script runs.
  self.alert = (words?: unknown) => {
    said.textContent = `alert(${words === undefined ? '' : String(words)})`;
    lamp.hidden = false;
    showNewest(); // the lamp took some of the room
    tell('executed');
  };
  addEventListener('message', ({ source, data }: MessageEvent<ToCage>) => {
    if (source !== parent) return;
    if (data === 'hello') return tell('ready');
    if (typeof data?.text !== 'string') return;
    const { user, text, escaping } = data;
    const show = escaping ? escapeHtml : String;
    lamp.hidden = true;
    const message = document.createElement('li');
    message.innerHTML = naiveHtml(show(user), show(text));
    talk.append(message);
    for (const written of naiveLine(user, text).split('\n')) {
      const line = document.createElement('li');
      line.textContent = written;
      log.append(line);
    }
    showNewest();
    tell('shown');
  });
}

/** A hash of what stands in an element, as a policy names it. */
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The policy of the page. The handlers that a message brings are the lesson; all else is forbidden, and nothing is loaded.
 * The style stands inline, since no style sheet of this site reaches a page without origin: Cross-Origin-Resource-Policy
 * keeps our server's to its own pages.
 */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  `style-src ${hashOf(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The page as HTML. It is one for all languages: it speaks French, or English where the fragment of its address says so.
 */
export function naiveClient(t: CageTranslate, en: CageTranslate): string {
  const script = `(${replica})({ naiveHtml: ${naiveHtml}, escapeHtml: ${escapeHtml}, naiveLine: ${naiveLine} });`;
  if (/<\/script|<!--/i.test(script)) throw new Error('the script would end before its end');
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t('cage.title')}</title>
<style>${style}</style>
</head>
<body>
<main>
<div id="notice"><p>${t('cage.notice')}</p><p lang="en">${en('cage.notice')}</p></div>
<div id="replica" hidden>
<h1 data-en="${en('cage.client')}">${t('cage.client')}</h1>
<ol id="talk" tabindex="0" aria-label="${t('cage.talk')}" data-en="${en('cage.talk')}"></ol>
<p id="lamp" hidden><span data-en="${en('cage.lamp')}">${t('cage.lamp')}</span> <code id="said"></code></p>
<h2 data-en="${en('cage.naiveLog')}">${t('cage.naiveLog')}</h2>
<ol id="log" tabindex="0" aria-label="${t('cage.naiveLog')}" data-en="${en('cage.naiveLog')}"></ol>
</div>
</main>
<script>${script}</script>
</body>
</html>
`;
}
