// Hands the sheet in: says what goes, asks, and shows what the server has acknowledged.
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { asides } from '#server/sheets/sheet.ts';
import type { Receipt } from '../../class/class-desk.ts';
import { HandingOver } from '../../class/handing-over.ts';
import { sheetFile } from '../../notebook/own-sheet.ts';
import type { Whole } from '../../notebook/whole.ts';
import { useSheet } from '../sheet-context.ts';
import { useClass } from './class-context.ts';

interface Props {
  readonly seat: string;
  readonly storage: Storage | undefined;
  readonly whole: Whole;
}

const SHOWN_OF_HASH = 8;

function useHandingOver(seat: string, storage: Storage | undefined): HandingOver {
  const { own, desk } = useClass();
  const handing = useMemo(
    () =>
      new HandingOver({
        desk,
        seat,
        storage,
        newKey: () =>
          Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
            byte.toString(16).padStart(2, '0'),
          ).join(''),
        later: (milliseconds, run) => {
          setTimeout(run, milliseconds);
        },
      }),
    [],
  );
  useEffect(() => {
    void handing.start();
    const stop = own.line.subscribe((line) => {
      if (line === 'up') void handing.retry();
    });
    return stop;
  }, []);
  return handing;
}

function Told({ receipt: { at, sha256, words } }: { readonly receipt: Receipt }) {
  const { c } = useClass();
  const time = new Date(at).toLocaleString(c.locale, { dateStyle: 'short', timeStyle: 'medium' });
  return (
    <p class="class-receipt">{c('over.receipt', { time, words, hash: sha256.slice(0, SHOWN_OF_HASH) })}</p>
  );
}

export function HandOver({ seat, storage, whole }: Props) {
  const { own, c } = useClass();
  const { s, lang } = useSheet();
  const dialog = useRef<HTMLDialogElement>(null);
  const handing = useHandingOver(seat, storage);
  const receipt = handing.receipt.value;
  const trouble = handing.trouble.value;
  const ended = own.state.value?.ended === true;
  const hand = () => {
    dialog.current?.close();
    void handing.press(sheetFile(whole, s('sheet.name.default'), asides[lang]).text);
  };
  return (
    <section class="class-over" data-hand-over aria-label={c('over.name')}>
      <p class="class-acts">
        <button type="button" disabled={ended} onClick={() => dialog.current?.showModal()}>
          {c(receipt ? 'over.again' : 'over.do')}
        </button>
      </p>
      <div role="status">
        {handing.underWay.value && <p>{c(trouble ? 'over.waits' : 'over.underWay')}</p>}
        {trouble && !handing.underWay.value && <p class="is-trouble">{c(`desk.${trouble}`)}</p>}
        {receipt && !handing.underWay.value && <Told receipt={receipt} />}
      </div>
      <dialog ref={dialog} class="class-dialog" aria-labelledby="over-title">
        <h2 id="over-title">{c('over.title')}</h2>
        <p>{c('over.what')}</p>
        {receipt && <p>{c('over.replaces')}</p>}
        <p class="class-acts">
          <button type="button" onClick={() => dialog.current?.close()}>
            {c('leave.cancel')}
          </button>
          <button type="button" class="primary" onClick={hand}>
            {c('over.sure')}
          </button>
        </p>
      </dialog>
    </section>
  );
}
