// One of the two windows of the bench: its settings, its draft, and the session behind it.
import { type Signal, signal } from '@preact/signals';
import type { RefusalCode } from '#server/refusal.ts';
import type { KeptPeer } from './keep.ts';
import type { PeerName } from './relay-choice.ts';
import type { Presence, SendResult, Session } from './session.ts';

/** What a window tells its user about the last try to send. */
export type Notice = Exclude<SendResult, 'sent' | 'left'> | RefusalCode | 'gap';

/** The password that both peers begin with: a weak one, from every dictionary. */
export const FIRST_PASSWORD = 'soleil';

export class Peer {
  readonly name: PeerName;
  readonly password: Signal<string> = signal(FIRST_PASSWORD);
  /** seconds by which this peer's clock is ahead of the device's */
  readonly offset: Signal<number> = signal(0);
  readonly draft: Signal<string> = signal('');
  readonly notice: Signal<Notice | undefined> = signal();
  /** whether the draft is on its way: sealing it may take seconds, while its key is made */
  readonly sending: Signal<boolean> = signal(false);
  readonly presence: Signal<Presence> = signal('connecting');
  /** when a lost line is tried again, in milliseconds from 1970 UTC */
  readonly retryAt: Signal<number | undefined> = signal();
  /** absent where another page holds this peer */
  readonly session: Signal<Session | undefined> = signal();

  constructor(name: PeerName) {
    this.name = name;
  }

  /** Sends the draft, and clears it once it has left; until then it stays, and a notice says why it did not leave. */
  async sendDraft(): Promise<void> {
    const text = this.draft.value;
    const session = this.session.value;
    if (text === '' || !session || this.sending.value) return;
    this.sending.value = true;
    const result = await session.send(text).finally(() => {
      this.sending.value = false;
    });
    if (result === 'left') return;
    this.notice.value = result === 'sent' ? undefined : result;
    if (result === 'sent' && this.draft.value === text) this.draft.value = '';
  }

  restore({ password, offset, draft }: KeptPeer): void {
    this.password.value = password;
    this.offset.value = offset;
    this.draft.value = draft;
  }

  /** Back to the first settings. */
  reset(): void {
    this.restore({ password: FIRST_PASSWORD, offset: 0, draft: '' });
    this.notice.value = undefined;
  }

  keep(): KeptPeer {
    const kept = { password: this.password.value, offset: this.offset.value, draft: this.draft.value };
    const seat = this.session.value?.seat;
    return seat ? { ...kept, seat } : kept;
  }
}
