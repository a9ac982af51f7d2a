// The plugin that spaces the French sentences: those alone, and nothing of their files but the spaces.
import { expect, test } from 'vitest';
import { allSentences } from '../i18n/all-sentences.ts';
import { frenchSpaces } from '../i18n/french-spaces.ts';
import { frenchSentences } from './french-sentences.ts';

const { transform } = frenchSentences();

test.each(Object.entries(allSentences))('%s', (file, sentences) => {
  const code = JSON.stringify(sentences, null, 2);
  const spaced = transform(code, file.replace('.', '/project/site/i18n'));
  if (!/\bfr\.json$/.test(file)) expect(spaced).toBeUndefined();
  else
    expect(JSON.parse(spaced ?? '')).toEqual(
      Object.fromEntries(Object.entries(sentences).map(([key, sentence]) => [key, frenchSpaces(sentence)])),
    );
});
