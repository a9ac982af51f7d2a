// Reads a file beside the page: the worst of the largest ones take seconds.
import { type NamedFile, readFile } from './read-file.ts';

addEventListener('message', ({ data }: MessageEvent<NamedFile>) => postMessage(readFile(data)));
