// The way from a bench to its class: all that a page outside a class fetches of it is nothing, and its bench names this file alone.
import type { placeInClass as place } from './bench-in-class.tsx';

export const placeInClass = async (...asked: Parameters<typeof place>): ReturnType<typeof place> =>
  (await import('./bench-in-class.tsx')).placeInClass(...asked);
