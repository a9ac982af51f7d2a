// The bytes of a message while they are being edited, in parts and as one text, each of which may be wrong for a while.
import { useState } from 'preact/hooks';
import type { FieldName, StageName } from '#lab/stage.ts';
import type { Payload } from '#server/payload.ts';
import {
  type Forgery,
  fromWireText,
  putTogether,
  readHex,
  takeApart,
  type WireText,
  wholeOf,
  wireText,
  withPart,
} from '../chat/forgery.ts';

type Place = FieldName | 'wire';

/**
 * @param original - the message as it was, beside which changes are seen
 * @param onMessage - told of the message as it is now; of none while what is typed makes none
 */
export function useForgery(
  stage: StageName,
  original: Payload,
  onMessage: (message: Payload | undefined) => void,
) {
  const [forgery, setForgery] = useState(() => takeApart(stage, original));
  const [wrong, setWrong] = useState<readonly Place[]>([]);
  // What was changed from elsewhere is drawn anew, whatever was typed there.
  const [revisions, setRevisions] = useState({ parts: 0, wire: 0 });
  const change = (changed: Forgery, stillWrong: readonly Place[], elsewhere?: keyof typeof revisions) => {
    setForgery(changed);
    setWrong(stillWrong);
    if (elsewhere) setRevisions({ ...revisions, [elsewhere]: revisions[elsewhere] + 1 });
    onMessage(stillWrong.length > 0 ? undefined : putTogether(changed));
  };
  const before = takeApart(stage, original);
  return {
    parts: forgery.parts,
    wire: wireText(putTogether(forgery) ?? original),
    revisions,
    isWrong: (place: Place) => wrong.includes(place),
    originalOf: (name: FieldName) =>
      before.parts.find((part) => part.name === name)?.bytes ?? wholeOf(original),
    editPart(name: FieldName, hex: string) {
      const bytes = readHex(hex);
      const changed = bytes && withPart(forgery, name, bytes);
      const others = wrong.filter((place) => place !== name && place !== 'wire');
      const fits = changed !== undefined && putTogether(changed) !== undefined;
      change(fits ? changed : forgery, fits ? others : [...others, name], 'wire');
    },
    /** Puts other bytes into a part, from beside it. */
    replacePart: (name: FieldName, bytes: Uint8Array) =>
      change(withPart(forgery, name, bytes), [], wrong.length > 0 ? 'parts' : undefined),
    editWire(typed: WireText) {
      const changed = fromWireText(typed);
      if (changed === undefined) change(forgery, ['wire']);
      else change(takeApart(stage, changed), [], 'parts');
    },
  };
}
