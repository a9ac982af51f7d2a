// Says which relay the bench talks to, and how it is.
import { useBench } from './bench-context.ts';

export function RelayNote() {
  const { bench, t, now } = useBench();
  const choice = bench.places.relay.value;
  const trouble = bench.cable.isCut.value ? 'cut' : bench.places.unreachable.value && 'unreachable';
  if (trouble)
    return (
      <p class="relay-note relay-lost" role="status">
        {t(`relay.${trouble}`)}
      </p>
    );
  const lost = Object.values(bench.peers).find(({ presence }) => presence.value === 'lost');
  if (lost) {
    const wait = Math.ceil(((lost.retryAt.value ?? 0) - (now ?? 0)) / 1000);
    return (
      <p class="relay-note relay-lost" role="status">
        {wait > 0 ? t('relay.lost', { seconds: wait }) : t('relay.trying')}
      </p>
    );
  }
  if (!choice) return <p class="relay-note">{t('relay.unknown')}</p>;
  if (!bench.logs.value) return <p class="relay-note">{t('relay.mute')}</p>;
  if (choice.kind === 'page') return <p class="relay-note">{t('relay.page')}</p>;
  return <p class="relay-note">{t(choice.class ? 'relay.class' : 'relay.server', { room: choice.room })}</p>;
}
