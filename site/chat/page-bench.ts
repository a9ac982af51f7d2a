// The bench of this page, for the other islands that stand on it.
import { type Signal, signal } from '@preact/signals';
import type { Bench } from './bench.ts';

/** undefined until the bench has come to life */
export const pageBench: Signal<Bench | undefined> = signal();
