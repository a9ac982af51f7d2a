// Reads the fields of unknown JSON, or refuses them as no envelope.
import { RelayError } from './refusal.ts';

export type Values = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function optionalText(values: Values, name: string): string | undefined {
  const value = values[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new RelayError('BAD_ENVELOPE', `${name}: no text`);
}

export function flag(values: Values, name: string): boolean {
  const value = values[name];
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  throw new RelayError('BAD_ENVELOPE', `${name}: neither true nor false`);
}

export function required(values: Values, name: string): string {
  const value = optionalText(values, name);
  if (value === undefined) throw new RelayError('BAD_ENVELOPE', `${name}: missing`);
  return value;
}

export function sequence(values: Values, name: string): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new RelayError('BAD_ENVELOPE', `${name}: no whole number`);
  return value;
}

/** @param fallback - where the field is left out */
export function wholeNumber(
  values: Values,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const value = values[name] === undefined ? fallback : values[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
    return value;
  throw new RelayError('BAD_ENVELOPE', `${name}: no whole number from ${least} to ${most}`);
}
