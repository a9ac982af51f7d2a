// The server's chair: what the relay does of itself, what it holds, and what the reader does to one message by hand.
import type { Operator, RuleWords } from '../chat/operator.ts';
import type { Key } from '../i18n/strings.ts';
import { useBench } from './bench-context.ts';
import { Forge } from './Forge.tsx';
import { MalloryJournal } from './MalloryJournal.tsx';
import './Console.css';

/** What the relay can be set to, in the order in which it is offered. */
const RULES: readonly { readonly word: Key; readonly rule: RuleWords | undefined }[] = [
  { word: 'console.rule.none', rule: undefined },
  { word: 'console.rule.hold', rule: { act: 'hold' } },
  { word: 'console.rule.everyOther', rule: { act: 'drop', every: 2 } },
  { word: 'console.rule.drop', rule: { act: 'drop' } },
  { word: 'console.rule.swap', rule: { act: 'swap' } },
  { word: 'console.rule.reflect', rule: { act: 'reflect' } },
];

function RuleChoice({ chair }: { readonly chair: Operator }) {
  const { t } = useBench();
  const { value } = chair.rule;
  const chosen = RULES.findIndex(
    ({ rule }) => rule?.act === value?.act && (rule?.every ?? 1) === (value?.every ?? 1),
  );
  return (
    <label class="rule">
      {t('console.rule')}
      <select
        value={Math.max(chosen, 0)}
        onChange={({ currentTarget }) => chair.setRule(RULES[Number(currentTarget.value)]?.rule)}
      >
        {RULES.map(({ word }, i) => (
          <option key={word} value={i}>
            {t(word)}
          </option>
        ))}
      </select>
    </label>
  );
}

function HeldMessages({ chair }: { readonly chair: Operator }) {
  const { bench, t } = useBench();
  const held = chair.held();
  if (held.length === 0) return null;
  return (
    <ul class="held" aria-label={t('console.held')}>
      {held.map(({ seq, user, message }) => (
        <li key={seq}>
          <span>{t('console.heldOne', { seq, user })}</span>
          <button type="button" onClick={() => bench.follow(seq)}>
            {t('console.edit')}
          </button>
          <button type="button" onClick={() => chair.handOut({ user, message, of: seq })}>
            {t('console.forward')}
          </button>
          <button type="button" onClick={() => chair.drop(seq)}>
            {t('console.drop')}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where the reader may sit down. */
export function ConsoleOffer() {
  const { bench, t, usable } = useBench();
  return (
    <p class="console-offer">
      <button type="button" disabled={!usable} onClick={() => bench.operate()}>
        {t('console.sit')}
      </button>
      <small>{t('console.offer')}</small>
    </p>
  );
}

/** Where the reader sits. */
export function Console() {
  const { bench, t } = useBench();
  const chair = bench.operator.value;
  if (!chair) return null;
  const presence = chair.presence.value;
  const followed = bench.followed();
  const target = chair.seen.value.find(({ seq }) => seq === followed?.seq);
  return (
    <section class="console" data-console aria-label={t('console.name')}>
      <header>
        <h3>{t('console.name')}</h3>
        <button type="button" onClick={() => bench.stepDown()}>
          {t('console.leave')}
        </button>
      </header>
      {presence !== 'present' && (
        <p class="notice" role="status">
          {presence === 'connecting' || presence === 'lost' || presence === 'ended'
            ? t('relay.trying')
            : t(`notice.${presence}`)}
        </p>
      )}
      <RuleChoice chair={chair} />
      <HeldMessages chair={chair} />
      {target ? (
        <Forge key={target.seq} chair={chair} target={target} stage={followed?.stage ?? bench.stage.value} />
      ) : (
        <p class="console-hint">{t('console.choose')}</p>
      )}
      <MalloryJournal entries={chair.journal.value} />
    </section>
  );
}
