// What a student should know before joining: who, why, how long, and who can read it.
import { inDays } from '../../i18n/in-days.ts';
import { useClass } from './class-context.ts';

export function ClassNotice() {
  const { c, retentionDays } = useClass();
  return (
    <section class="class-notice" aria-labelledby="class-notice">
      <h2 id="class-notice">{c('join.notice')}</h2>
      <dl>
        <dt>{c('about.who')}</dt>
        <dd>{c('about.who.text', { address: location.host })}</dd>
        <dt>{c('about.why')}</dt>
        <dd>{c('about.why.text')}</dd>
        <dt>{c('about.what')}</dt>
        <dd>{c('about.what.text')}</dd>
        <dt>{c('about.long')}</dt>
        <dd>
          {retentionDays === undefined
            ? c('about.long.unknown')
            : c('about.long.text', { days: inDays(c, retentionDays) })}
        </dd>
      </dl>
      <p>
        <strong>{c('about.reads')}</strong> {location.protocol === 'http:' && c('about.clear')}
      </p>
    </section>
  );
}
