// What a receiver made of a message whose hour, and whose check, the attacker has changed.
import type { HashRun } from '#lab/attacks/beyond-stages.ts';
import { toHex } from '#lab/bytes.ts';
import type { BeyondWords } from '../i18n/beyond-words.ts';
import { Mark } from './Mark.tsx';

export function HashTold({ told, b }: { readonly told: HashRun; readonly b: BeyondWords }) {
  const { sent, original, forged, shown } = told;
  const check = (bytes: Uint8Array) => (bytes.length > 0 ? toHex(bytes) : b('beyond.hash.none'));
  return (
    <div class="beyond-told">
      <dl>
        <dt>{b('beyond.hash.sent', { sent })}</dt>
        <dd>
          <code>{check(original.check)}</code>
        </dd>
        <dt>{b('beyond.hash.forged')}</dt>
        <dd>
          <code>{check(forged.check)}</code>
        </dd>
      </dl>
      <p role="status">
        <Mark kind={shown === undefined ? 'stale' : 'tampered'} />{' '}
        {shown === undefined ? b('beyond.hash.refused') : b('beyond.hash.shown', { shown })}
      </p>
    </div>
  );
}
