// What one part of the soak came to: whether it held, and its figures.

export interface SoakResult {
  readonly name: string;
  readonly ok: boolean;
  readonly figures: Readonly<Record<string, number | string>>;
}

export interface SoakOptions {
  /** seconds in the place of minutes: whether the part works, not what it measures */
  readonly quick: boolean;
}

export type SoakPart = (options: SoakOptions) => Promise<SoakResult>;

const shown = (value: number | string) =>
  typeof value === 'string' || Number.isInteger(value) ? String(value) : value.toPrecision(3);

/** A result as a table of two columns. */
export function resultTable({ name, ok, figures }: SoakResult): string {
  const rows = Object.entries(figures).map(([what, value]) => `| ${what} | ${shown(value)} |`);
  return [`| ${name} | ${ok ? 'kept' : '**missed**'} |`, '| --- | --- |', ...rows].join('\n');
}
