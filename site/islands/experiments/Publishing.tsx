// Question 3, its second half: the program's text or the key is published, and all eyes try to open what they hold.
import { useSignal } from '@preact/signals';
import { toHex } from '#lab/bytes.ts';
import source from '#lab/stages/hazmat.ts?raw';
import { type PrincipeTrial, type Publication, RANDOM_KEYS } from '../../experiments/03-principe.ts';
import { EYES } from '../../experiments/eyes.ts';
import { Choice } from './Choice.tsx';
import { eyesInWords, type SayPrincipe } from './EyesTables.tsx';
import { Several } from './Several.tsx';

interface Props {
  readonly trial: PrincipeTrial;
  readonly t: SayPrincipe;
}

function Published({
  publications,
  t,
}: {
  readonly publications: readonly Publication[];
  readonly t: SayPrincipe;
}) {
  if (publications.length === 0) return null;
  const key = publications.find((one) => one.published === 'key' && one.ends)?.key;
  return (
    <>
      <table>
        <caption>{t('publish.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('publish.message')}</th>
            <th scope="col">{t('publish.what')}</th>
            <th scope="col">{t('tried.bet')}</th>
            <th scope="col">{t('tried.readers')}</th>
          </tr>
        </thead>
        <tbody>
          {publications.map(({ published, ends, predicted, readers }) => (
            <tr key={`${published} ${ends}`}>
              <td>{t(ends ? 'publish.ends' : 'publish.clear')}</td>
              <td>{t(published === 'code' ? 'publish.whatCode' : 'publish.whatKey')}</td>
              <td>{eyesInWords(predicted, t)}</td>
              <td>{eyesInWords(readers, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {key && <p>{t('publish.theKey', { key: toHex(key) })}</p>}
      {publications.some((one) => one.published === 'key' && !one.ends) && <p>{t('publish.noKey')}</p>}
      {publications.some(({ published }) => published === 'code') && (
        <details>
          <summary>{t('publish.source')}</summary>
          <p>{t('publish.sourceNote', { count: RANDOM_KEYS })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <pre tabIndex={0}>{source}</pre>
        </details>
      )}
    </>
  );
}

export function Publishing({ trial, t }: Props) {
  const ends = useSignal<'clear' | 'ends'>('clear');
  const isReady = trial.last(true) !== undefined && trial.last(false) !== undefined;
  const last = trial.publications.value.at(-1);
  return (
    <>
      <h3>{t('publish.title')}</h3>
      <p>{t(isReady ? 'publish.intro' : 'publish.needs')}</p>
      {isReady && (
        <>
          <Choice
            label={t('publish.message')}
            options={[
              { value: 'clear', words: t('publish.clear') },
              { value: 'ends', words: t('publish.ends') },
            ]}
            value={ends.value}
            onValue={(value) => {
              ends.value = value;
            }}
          />
          <Several
            label={t('publish.bet')}
            options={EYES.map((value) => ({ value, words: t(`eye.${value}`) }))}
            values={trial.predictedThen.value}
            onValues={(values) => {
              trial.predictedThen.value = values;
            }}
          />
          <p>{t('send.stands', { eyes: eyesInWords(trial.predictedThen.value, t) })}</p>
          <div class="exp-row">
            {(['code', 'key'] as const).map((what) => (
              <button
                key={what}
                type="button"
                class="exp-act"
                aria-disabled={trial.publishing.value}
                onClick={() => trial.publish(what, ends.value === 'ends')}
              >
                {t(`publish.${what}`)}
              </button>
            ))}
          </div>
          <p role="status">
            {trial.publishing.value && t('publish.working')}
            {!trial.publishing.value &&
              last &&
              t('hold.news', { eyes: eyesInWords(last.readers, t), bet: eyesInWords(last.predicted, t) })}
          </p>
        </>
      )}
      <Published publications={trial.publications.value} t={t} />
    </>
  );
}
