// Tells JSON that is nested too deeply for a parser to read in good time.

/** V8 takes seconds for a MiB of `[[[[…`. @param json - JSON, or anything else. @param most - objects and lists in each other */
export function isShallow(json: string, most: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (inText) {
      if (character === '\\') at++;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '{' || character === '[') {
      depth++;
      if (depth > most) return false;
    } else if (character === '}' || character === ']') depth--;
  }
  return true;
}
