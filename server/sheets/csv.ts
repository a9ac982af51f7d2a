// Writes a table as RFC 4180 has it, with cells that no spreadsheet takes for formulas.

/** A spreadsheet would run what begins so; behind an apostrophe it is text. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * The same within a text, behind what another spreadsheet takes for the end of a cell: `;` where the comma is a decimal
 * point, a tab, a line break. A dash there is a list's, unless something is called on its line.
 */
const HIDDEN_FORMULA = /([;\t\r\n] *)(?=[=+@\uff1d\uff0b\uff20]|[-\uff0d][^\r\n;]*[(|!])/g;

function cell(text: string): string {
  const begun = FORMULA.test(text) ? `'${text}` : text;
  const harmless = begun.replace(HIDDEN_FORMULA, "$1'");
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** @returns one record, with the line break that ends it */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}
