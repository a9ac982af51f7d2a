// Writes a table as RFC 4180 has it, or with semicolons, with cells that no spreadsheet takes for formulas.

/** A spreadsheet splits a file at `;` where the comma is a decimal point, as in French. */
export type Separator = ',' | ';';

/** A spreadsheet would run what begins so; behind an apostrophe it is text. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * The same within a text, behind what another spreadsheet takes for the end of a cell: the other separator, a tab, a line
 * break. A dash there is a list's, unless something is called on its line.
 */
const HIDDEN_FORMULA: Readonly<Record<Separator, RegExp>> = {
  ',': /([;\t\r\n] *)(?=[=+@\uff1d\uff0b\uff20]|[-\uff0d][^\r\n;]*[(|!])/g,
  ';': /([,\t\r\n] *)(?=[=+@\uff1d\uff0b\uff20]|[-\uff0d][^\r\n,]*[(|!])/g,
};

function cell(text: string, separator: Separator): string {
  const begun = FORMULA.test(text) ? `'${text}` : text;
  const harmless = begun.replace(HIDDEN_FORMULA[separator], "$1'");
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** @returns one record, with the line break that ends it */
export function csvRecord(cells: readonly string[], separator: Separator = ','): string {
  return `${cells.map((text) => cell(text, separator)).join(separator)}\r\n`;
}
