// The key of one's seat, for another browser: shown, and copied where a way to copy is open.
import { useRef, useState } from 'preact/hooks';
import { copyText } from '../../chat/clipboard.ts';
import { useClass } from './class-context.ts';

export function SeatKey({ pass }: { readonly pass: string }) {
  const { c } = useClass();
  const shown = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    setCopied(undefined); // so that the same words are told again
    const done = await copyText(pass);
    if (!done && shown.current) getSelection()?.selectAllChildren(shown.current);
    setCopied(done);
  };
  return (
    <details>
      <summary>{c('seated.key')}</summary>
      <p>{c('seated.key.why')}</p>
      <p>
        <code class="class-key" ref={shown}>
          {pass}
        </code>
      </p>
      <div class="class-acts">
        <button type="button" onClick={() => void copy()}>
          {c('seated.key.copy')}
        </button>
        <span role="status">
          {copied !== undefined && c(copied ? 'seated.key.copied' : 'seated.key.byHand')}
        </span>
      </div>
    </details>
  );
}
