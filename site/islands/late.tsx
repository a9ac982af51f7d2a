// A part that is fetched when it is first drawn: what few readers use costs the others nothing.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../i18n/langs.ts';
import { translator } from '../i18n/strings.ts';

export interface Late<P> {
  (props: P): preact.JSX.Element | null;
  /** Waits until it is there, or could not be fetched. */
  arrival(): Promise<void>;
}

/** In the language of the page: it is only said in one. */
const failedWords = () => translator(document.documentElement.lang as Lang)('part.failed'); // Base.astro wrote it

/** @param fetchWords - of the sentences that the part says, which come at the same time */
export function late<P extends object>(
  fetchPart: () => Promise<ComponentType<P>>,
  fetchWords?: () => Promise<unknown>,
): Late<P> {
  let Part: ComponentType<P> | undefined;
  let fetching: Promise<void> | undefined;
  const arrival = () => {
    fetching ??= Promise.all([fetchPart(), fetchWords?.()]).then(
      ([part]) => {
        Part = part;
      },
      () => {
        fetching = undefined; // whoever comes back to it, tries again
      },
    );
    return fetching;
  };
  const LatePart = (props: P) => {
    const [waits, setWaits] = useState(Part === undefined);
    useEffect(() => {
      if (waits) void arrival().then(() => setWaits(false));
    }, []);
    if (Part) return <Part {...props} />;
    return waits ? null : <p role="alert">{failedWords()}</p>;
  };
  return Object.assign(LatePart, { arrival });
}
