// How a class comes in: the address, the access code, the same as a QR code; and what is projected.
import { useMemo, useRef, useState } from 'preact/hooks';
import { addressOf } from '../../i18n/addresses.ts';
import {
  isOwnMachine,
  joinAddress,
  originFor,
  projectorAddress,
  spelled,
} from '../../teaching/class-addresses.ts';
import { type QrPath, qrPath } from '../../teaching/qr-path.ts';
import { useDesk } from './desk-context.ts';

function Qr({ code: { size, path }, label }: { readonly code: QrPath; readonly label: string }) {
  return (
    <svg class="access-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

export function Access() {
  const { t, base, lang, overview, teacher } = useDesk();
  const { joinCode, projector, home } = overview;
  const large = useRef<HTMLDialogElement>(null);
  const [withCode, setWithCode] = useState(true);
  const address = joinAddress(originFor(home), base, lang);
  const code = useMemo(() => qrPath(`${address}#code=${joinCode}`), [address, joinCode]);
  const shown = (
    <>
      <p class="access-address">{address.replace(/^https?:\/\//, '')}</p>
      <p class="access-code">{spelled(joinCode)}</p>
    </>
  );
  return (
    <section class="desk-part" id="access" aria-labelledby="access-title">
      <h2 id="access-title">{t('teaching.access')}</h2>
      {isOwnMachine(new URL(address).hostname) && <p class="is-trouble">{t('access.loopback')}</p>}
      <div class="access">
        <Qr code={code} label={t('access.qr')} />
        <dl>
          <dt>{t('access.where')}</dt>
          <dd>{address}</dd>
          <dt>{t('access.code')}</dt>
          <dd class="access-code">{spelled(joinCode)}</dd>
        </dl>
      </div>
      <p class="desk-acts">
        <button type="button" onClick={() => large.current?.showModal()}>
          {t('access.large')}
        </button>
        <a
          href={projectorAddress(
            addressOf(base, lang, 'projector'),
            projector,
            withCode ? joinCode : undefined,
          )}
          target="_blank"
          rel="noreferrer"
        >
          {t('access.projector')}
        </a>
        <label>
          <input type="checkbox" checked={withCode} onChange={() => setWithCode(!withCode)} />{' '}
          {t('access.projector.code')}
        </label>
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={!overview.class.isClosed}
            onChange={({ currentTarget }) => teacher.lead({ do: 'door', open: currentTarget.checked })}
          />{' '}
          {t('access.door')}
        </label>{' '}
        <small>{t('access.door.about')}</small>
      </p>
      <p>
        <label>
          <input
            type="checkbox"
            checked={overview.class.keepsNotebooks}
            onChange={({ currentTarget }) =>
              teacher.lead({ do: 'keep-notebooks', kept: currentTarget.checked })
            }
          />{' '}
          {t('access.notebooks')}
        </label>{' '}
        <small>{t('access.notebooks.about')}</small>
      </p>
      <dialog ref={large} class="desk-dialog access-large" aria-label={t('teaching.access')}>
        <Qr code={code} label={t('access.qr')} />
        {shown}
        <p class="desk-acts">
          <button type="button" onClick={() => large.current?.close()}>
            {t('confirm.close')}
          </button>
        </p>
      </dialog>
    </section>
  );
}
