// What is wrong in a form of the class: what the page sees before anything is sent, or what the class has refused of what was sent.
import { useMemo, useState } from 'preact/hooks';
import type { OwnClass } from '../../class/class.ts';
import { useClass } from './class-context.ts';
import type { Wrong } from './Field.tsx';

type Refusal = NonNullable<OwnClass['refusal']['value']>;

/** The form that has asked last, since the class answers all of them alike; undefined where this page has come back by itself. */
export type Asked = 'join' | 'return' | undefined;

interface Told<Name> {
  readonly field: Name;
  readonly wrong: Wrong;
}

/**
 * @param asks - whether this form has asked last
 * @param blame - the field that a refusal is about, with what is to be said there; undefined where none is
 */
export function useWrong<Name extends string>(
  asks: boolean,
  blame: (refusal: Refusal) => readonly [Name, string] | undefined,
) {
  const { own } = useClass();
  const [seen, setSeen] = useState<Told<Name>>();
  const refusal = asks ? own.refusal.value : undefined;
  const refused = useMemo((): Told<Name> | undefined => {
    const blamed = refusal && blame(refusal);
    return blamed && { field: blamed[0], wrong: { words: blamed[1] } };
  }, [refusal]);
  const told = seen ?? refused;
  return {
    in: (field: Name): Wrong | undefined => (told?.field === field ? told.wrong : undefined),
    /** whether a field is to blame */
    isIn: told !== undefined,
    see: (field: Name, words: string): void => setSeen({ field, wrong: { words } }),
    seeNothing: (): void => setSeen(undefined),
  };
}
