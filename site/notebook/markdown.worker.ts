// Reads Markdown beside the page: a text that was made for it takes minutes.
import type { Drawing } from './drawing.ts';
import { readMarkdown } from './markdown.ts';

/** @returns undefined where it cannot be read: then it is shown as it was written */
function readOne(markdown: string): readonly Drawing[] | undefined {
  try {
    return readMarkdown(markdown);
  } catch {
    return undefined;
  }
}

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(readOne(data)));
