// What was measured, as a table: the figure, its limit, and whether it keeps it.

export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** the measured figure should not exceed this */
  readonly limit?: number;
  /** the measured figure should exceed this */
  readonly above?: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * hundredths) / 100) - 1] ?? Number.NaN;
}

const figure = (value: number) =>
  value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toPrecision(3);

/** Whether a row keeps its limit; a row without one always does. */
export function keeps({ measured, limit, above }: Row): boolean {
  return (limit === undefined || measured <= limit) && (above === undefined || measured >= above);
}

export function markdownTable(rows: readonly Row[]): string {
  const limitOf = ({ limit, above }: Row) =>
    limit !== undefined ? `≤ ${figure(limit)}` : above !== undefined ? `≥ ${figure(above)}` : '';
  const lines = rows.map((row) => {
    const verdict =
      row.limit === undefined && row.above === undefined ? '' : keeps(row) ? 'kept' : '**missed**';
    return `| ${row.what} | ${figure(row.measured)} ${row.unit} | ${limitOf(row)} | ${verdict} |`;
  });
  return ['| what | measured | limit | |', '| --- | --- | --- | --- |', ...lines].join('\n');
}
