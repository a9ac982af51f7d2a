// Every sentence in every language, by file: for the build and for the tests. No page carries it.
export const allSentences: Readonly<Record<string, Readonly<Record<string, string>>>> = import.meta.glob(
  './**/*.json',
  { eager: true, import: 'default' },
);
