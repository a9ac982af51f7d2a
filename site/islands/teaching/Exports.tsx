// All sheets that were handed in, as a file.
import { EXPORTS } from '../../teaching/hand-ins.ts';
import { useDesk } from './desk-context.ts';

export function Exports() {
  const { t, lang, handIns, overview } = useDesk();
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons, no fields of a form
    <div class="desk-acts" role="group" aria-label={t('sheets.export')}>
      {EXPORTS.map((kind) => (
        <button key={kind} type="button" onClick={() => void handIns.export(kind, lang, overview.class.name)}>
          {t(`sheets.export.${kind}`)}
        </button>
      ))}
    </div>
  );
}
