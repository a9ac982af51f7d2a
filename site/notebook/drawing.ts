// The small tree into which the Markdown of an answer is read, and which a page can draw without ever parsing HTML.

type PlainTag =
  | 'p'
  | 'em'
  | 'strong'
  | 'code'
  | 'pre'
  | 'ul'
  | 'li'
  | 'blockquote'
  | 'br'
  | 'hr'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td';

interface Holder {
  readonly children: readonly Drawing[];
}

/** A text, or a tag with what it holds. */
export type Drawing =
  | string
  | (Holder & { readonly tag: PlainTag })
  | (Holder & { readonly tag: 'ol'; readonly start: number })
  | (Holder & { readonly tag: 'a'; readonly href: string })
  /** `level` counts the number signs: which heading it is on a page, depends on what the answer stands under */
  | (Holder & { readonly tag: 'heading'; readonly level: number });

/** The least level of all headings, whatever holds them; 1 where there is none. */
export function shallowestHeading(drawings: readonly Drawing[]): number {
  const levels = (drawing: Drawing): number[] => {
    if (typeof drawing === 'string') return [];
    return [...(drawing.tag === 'heading' ? [drawing.level] : []), ...drawing.children.flatMap(levels)];
  };
  const all = drawings.flatMap(levels);
  return all.reduce((least, level) => Math.min(least, level), all[0] ?? 1);
}
