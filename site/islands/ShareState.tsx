// The link to the bench as it stands, to be read and to be copied.
import { useRef, useState } from 'preact/hooks';
import { copyText } from '../chat/clipboard.ts';
import { leavesDraftOut, writeState } from '../chat/state-link.ts';
import { stateOf } from '../chat/state-of-bench.ts';
import { stateWords } from '../i18n/state-words.ts';
import { useBench } from './bench-context.ts';
import sheet from './StateLink.css?url';
import { styleSheet } from './style-sheet.ts';

await styleSheet(sheet);

export function ShareState() {
  const { bench, lang } = useBench();
  const t = stateWords(lang);
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ readonly link: string; readonly done: boolean }>();
  const state = stateOf(bench);
  const link = location.origin + location.pathname + writeState(state);
  const copy = async () => {
    setCopied(undefined); // so that the same words are told again
    const done = await copyText(link);
    if (!done) box.current?.select();
    setCopied({ link, done });
  };
  return (
    <div class="share-state">
      <label>
        {t('share.link')}
        <textarea ref={box} readOnly rows={2} value={link} spellcheck={false} />
      </label>
      <button type="button" onClick={copy}>
        {t('share.copy')}
      </button>
      <p role="status">{copied?.link === link && t(copied.done ? 'share.copied' : 'share.byHand')}</p>
      <p>
        {t('share.holds')}
        {leavesDraftOut(state) && ` ${t('share.draftLeftOut')}`}
      </p>
    </div>
  );
}
