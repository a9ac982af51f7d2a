// Makes names of files of pseudonyms: good on any system, one for each, and never a path.

const LONGEST = 60;
/** What is no part of a name somewhere: separators, what shells and Windows take for something else, what nobody sees. */
const UNFIT = /[\\/:*?"<>|'`$&;!~%\p{C}\p{Zl}\p{Zp}]/gu;
/** Names of devices, whatever is behind their dot. Source: Windows, "Naming Files, Paths, and Namespaces". */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;

function safe(pseudonym: string): string {
  const cut = [...pseudonym.toWellFormed().normalize('NFC').replace(UNFIT, '_')].slice(0, LONGEST).join('');
  const name = cut.trim().replace(/^[.\-\s]+|[.\s]+$/g, '_');
  return DEVICE.test(name) ? `_${name}` : name || '_';
}

/** As the most careless of file systems compares names. */
const folded = (name: string) => name.normalize('NFKC').toUpperCase().toLowerCase();

/** @returns a name without its extension for each, in the same order; no two of them are the same anywhere */
export function fileNames(pseudonyms: readonly string[]): string[] {
  const taken = new Set<string>();
  return pseudonyms.map((pseudonym) => {
    const first = safe(pseudonym);
    let name = first;
    for (let count = 2; taken.has(folded(name)); count++) name = `${first} (${count})`;
    taken.add(folded(name));
    return name;
  });
}
