// What was sent, in two logs: as a naive one writes it, line break and all, and as this workbook's server does.
import { entry } from '#server/log.ts';
import type { MatrixWords } from './matrix-words.ts';

interface Props extends Pick<MatrixWords, 'm'> {
  readonly user: string;
  readonly text: string;
  readonly naive: string;
}

export function LoggedLines({ user, text, naive, m }: Props) {
  const count = naive.split('\n').length;
  return (
    <dl class="logged">
      <div>
        <dt>{m(count > 1 ? 'trace.log.naive' : 'trace.log.naiveOne', { count })}</dt>
        <dd>
          <pre data-log="naive">{naive}</pre>
        </dd>
      </div>
      <div>
        <dt>{m(count > 1 ? 'trace.log.own' : 'trace.log.ownSame')}</dt>
        <dd>
          <pre data-log="own">{`INFO:ChatServer:${entry.received(user, text)}`}</pre>
        </dd>
      </div>
    </dl>
  );
}
