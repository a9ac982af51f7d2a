// Orders for one room or for all: its stage, whether it is frozen, whether malice is allowed, a note, and who sits where.
import type { ClassStage } from '#server/class/wire.ts';
import { writeInvitation } from '../../chat/relay-choice.ts';
import { addressOf } from '../../i18n/addresses.ts';
import { common } from '../../teaching/glance.ts';
import { useDesk } from './desk-context.ts';
import { Move } from './Move.tsx';
import { Note } from './Note.tsx';

const STAGES: readonly ClassStage[] = ['plaintext', 'hazmat', 'fernet', 'fernet-ttl', 'aead'];

function Target() {
  const { t, overview, target } = useDesk();
  const rooms = [...overview.rooms].sort((a, b) => a.number - b.number);
  return (
    <label class="orders-for">
      {t('teaching.for')}
      <select
        value={target.value ?? ''}
        onChange={({ currentTarget }) => {
          target.value = currentTarget.value || undefined;
        }}
      >
        <option value="">{t('teaching.everybody')}</option>
        {rooms.map(({ room, number }) => (
          <option key={room} value={room}>
            {t('teaching.room', { number })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The tab that it opens gets the teacher's secret with what this tab keeps, and no address ever bears it. */
function Operate({ room }: { readonly room: string }) {
  const { t, base, lang } = useDesk();
  const href = addressOf(base, lang, 'bench') + writeInvitation({ room, peer: 'serveur' });
  return (
    <p>
      {/* biome-ignore lint/security/noBlankTarget: the tab is this site's own, and only so gets what this one keeps */}
      <a href={href} target="_blank" rel="opener">
        {t('teaching.operate')}
      </a>{' '}
      <small>{t('teaching.operate.about')}</small>
    </p>
  );
}

export function Orders() {
  const { t, overview, target, teacher } = useDesk();
  const picked = overview.rooms.find(({ room }) => room === target.value);
  const room = picked?.room;
  const rooms = picked ? [picked] : overview.rooms;
  const current = common(rooms.map((each) => each.stage));
  const isFrozen = common(rooms.map(({ frozen }) => frozen));
  const maliceAllowed = common(rooms.map((each) => each.maliceAllowed));
  return (
    <section class="orders" id="orders" aria-labelledby="orders-title">
      <h2 id="orders-title">{t('teaching.orders')}</h2>
      <Target />
      <fieldset class="orders-stage">
        <legend>{t('teaching.stage')}</legend>
        {STAGES.map((stage) => (
          <button
            key={stage}
            type="button"
            aria-pressed={current === stage}
            onClick={() => teacher.lead({ do: 'stage', room, stage })}
          >
            {t(`stage.${stage}`)}
          </button>
        ))}
      </fieldset>
      <p class="orders-acts">
        <button
          type="button"
          aria-pressed={isFrozen === true}
          onClick={() => teacher.lead({ do: 'freeze', room, frozen: true })}
        >
          {t('teaching.freeze')}
        </button>
        <button type="button" onClick={() => teacher.lead({ do: 'freeze', room, frozen: false })}>
          {t('teaching.thaw')}
        </button>
        <small>{t('teaching.freeze.about')}</small>
      </p>
      <p class="orders-acts">
        <button
          type="button"
          aria-pressed={maliceAllowed === true}
          onClick={() => teacher.lead({ do: 'malice', room, allowed: true })}
        >
          {t('teaching.malice.allow')}
        </button>
        <button
          type="button"
          aria-pressed={maliceAllowed === false}
          onClick={() => teacher.lead({ do: 'malice', room, allowed: false })}
        >
          {t('teaching.malice.forbid')}
        </button>
        <small>{t('teaching.malice.about')}</small>
      </p>
      <Note room={room} />
      {picked && <Operate room={picked.room} />}
      <Move picked={picked} />
    </section>
  );
}
