// Two pictures of the same bench are one picture: a build does not differ from the one before it for nothing.
import { expect, test } from 'vitest';
import { stageNames } from '#lab/stages.ts';
import { picturedBench } from './picture.ts';

const preset = { page: 'home', from: 'gauche', text: 'rdv 14h' } as const; // one of the peers that there are

test.each(stageNames)('a bench at the stage %s is pictured twice the same', async (stage) => {
  const [first, second] = [
    await picturedBench({ ...preset, stage }),
    await picturedBench({ ...preset, stage }),
  ];
  expect(second.log.value).toEqual(first.log.value);
  expect(second.timeline.value).toEqual(first.timeline.value);
  expect(first.timeline.value[0]?.receipts[0]?.text).toBe('rdv 14h');
});

test('another message is drawn from other bytes', async () => {
  const payloadOf = async (text: string) =>
    JSON.stringify((await picturedBench({ ...preset, stage: 'hazmat', text })).timeline.value[0]?.payload);
  expect((await payloadOf('rdv 15h')).slice(0, 30)).not.toBe((await payloadOf('rdv 14h')).slice(0, 30));
});
