// A time of so many days, in words.

/** @param say - in whose language */
export const inDays = (say: { readonly locale: string }, days: number): string =>
  new Intl.NumberFormat(say.locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);
