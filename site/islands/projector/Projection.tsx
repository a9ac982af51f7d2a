// What is projected for a class: the bar of its settings, the log, and the result of a vote over all of it.
import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../../i18n/langs.ts';
import { projectorWords } from '../../i18n/projector-words.ts';
import { factorOf, keepStep, keptStep } from '../../projector/letter-size.ts';
import { wordsIn } from '../../projector/my-words.ts';
import { type Projected, startProjector } from '../../projector/page-projector.ts';
import { joinAddress, originFor } from '../../teaching/class-addresses.ts';
import { ClosedPage } from '../ClosedPage.tsx';
import { Bar } from './Bar.tsx';
import { VoteWall } from './VoteWall.tsx';
import { WallLines } from './WallLines.tsx';
import './Projection.css';

interface Props {
  readonly base: string;
  readonly lang: Lang;
}

function Closed({ why, base, lang }: Props & { readonly why: 'refused' | 'noSecret' | 'noClass' }) {
  const t = projectorWords(lang);
  return (
    <ClosedPage
      {...{ base, lang }}
      title={t('projector.title')}
      why={t(`projector.${why}`)}
      toWorkbook={t('projector.toWorkbook')}
    />
  );
}

function Wall({ projected: { projector, code }, base, lang }: Props & { readonly projected: Projected }) {
  const t = projectorWords(lang);
  const [step, setStep] = useState(keptStep);
  const [typed, setTyped] = useState('');
  const [clips, setClips] = useState(false);
  const standing = projector.standing.value;
  const words = wordsIn(typed);
  if (standing === 'refused') return <Closed why="refused" {...{ base, lang }} />;
  if (!projector.class.value) return <p class="wall-note">{t('projector.connecting')}</p>;
  const address = joinAddress(new URL(originFor(projector.home.value)).host, base, lang);
  const resize = (to: number) => {
    setStep(to);
    keepStep(to);
  };
  return (
    <div class="wall" style={{ '--factor': factorOf(step) }}>
      <h1 class="unseen">{t('projector.title')}</h1>
      <Bar
        {...{ t, projector, step, typed, clips, words }}
        onStep={resize}
        onType={setTyped}
        onClip={setClips}
      />
      {standing === 'lost' && (
        <p class="wall-note" role="status">
          {t('projector.lost')}
        </p>
      )}
      {projector.class.value.ended && <p class="wall-note">{t('projector.ended')}</p>}
      <WallLines {...{ t, projector, words, clips }} />
      {code && !projector.class.value.ended && (
        <p class="wall-join">
          {t('projector.join', { address })} <b>{t('projector.code', { code })}</b>
        </p>
      )}
      <VoteWall {...{ t, projector, base, lang }} />
    </div>
  );
}

export default function Projection(props: Props) {
  const [projected, setProjected] = useState<Projected | 'no secret' | 'no class'>();
  useEffect(() => void startProjector(props.base).then(setProjected), []);
  if (!projected) return <div class="wall" aria-busy="true" />;
  if (projected === 'no secret') return <Closed why="noSecret" {...props} />;
  if (projected === 'no class') return <Closed why="noClass" {...props} />;
  return <Wall projected={projected} {...props} />;
}
