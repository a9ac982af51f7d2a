// The languages of the workbook, and what each is called where.

export type Lang = 'fr' | 'en';

interface Language {
  /** as it calls itself */
  readonly name: string;
  /** for dates and numbers */
  readonly locale: string;
}

export const languages: Readonly<Record<Lang, Language>> = {
  fr: { name: 'Français', locale: 'fr-FR' },
  en: { name: 'English', locale: 'en-GB' },
};

export const langs = ['fr', 'en'] as const satisfies readonly Lang[];

/** The language of an address, as Astro tells it. @throws Error for one that the workbook does not speak */
export function langOf(locale: string | undefined): Lang {
  const lang = langs.find((known) => known === locale);
  if (!lang) throw new Error(`no page in ${locale}`);
  return lang;
}
