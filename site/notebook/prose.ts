// A text with a little structure, as JSON: a string, or a tag with what it holds.

const TAGS = ['p', 'em', 'strong', 'code', 'pre', 'ul', 'ol', 'li'] as const;

export type ProseTag = (typeof TAGS)[number];
export type Prose = string | readonly [ProseTag, ...Prose[]];

export function isProseTag(name: string): name is ProseTag {
  return TAGS.some((tag) => tag === name);
}
