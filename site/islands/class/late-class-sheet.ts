// What a class adds to the page of the sheet, which comes where there is a class.
import type { ComponentProps } from 'preact';
import { type Late, late } from '../late.tsx';
import type { ClassSheet } from './ClassSheet.tsx';

export const LateClassSheet: Late<ComponentProps<typeof ClassSheet>> = late(
  async () => (await import('./ClassSheet.tsx')).ClassSheet,
);
