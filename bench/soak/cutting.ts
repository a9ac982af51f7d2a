// A pair whose listener is cut again and again while the other talks: what it missed comes after, or a gap is told.
import { doTask } from './apart.ts';
import { connect, pause, type SoakClient, until } from './client.ts';

export interface Cutting {
  readonly port: number;
  readonly room: string;
  readonly cuts: number;
}

export interface CuttingResult {
  readonly cuts: number;
  readonly said: number;
  readonly heard: number;
  /** of these, how many were told as a gap */
  readonly gaps: number;
  readonly inGaps: number;
  /** missing without a word, heard twice, or heard too early */
  readonly silent: number;
  readonly doubled: number;
}

const EVERY_MS = 5;
const SHORT_MS = 40;
/** More than a room remembers, which are 256 messages. */
const LONG_MESSAGES = 300;
const PATIENCE_MS = 60_000;
const LONG_ONE_OF = 50;

async function run({ port, room, cuts }: Cutting): Promise<CuttingResult> {
  const talker = await connect(port);
  await talker.register({ room, user: 'gauche' });
  const result = { cuts, said: 0, heard: 0, gaps: 0, inGaps: 0, silent: 0, doubled: 0 };
  let last = 0;
  let excused = false;
  const listen = (client: SoakClient) => {
    client.onGap = () => {
      result.gaps += 1;
      excused = true;
    };
    client.onHeard = ({ n }) => {
      if (n <= last) result.doubled += 1;
      else if (n > last + 1 && !excused) result.silent += n - last - 1;
      else if (n > last + 1) result.inGaps += n - last - 1;
      excused = false;
      if (n <= last) return;
      last = n;
      result.heard += 1;
    };
  };
  let listener = await connect(port);
  listen(listener);
  await listener.register({ room, user: 'droite' });
  let talking = true;
  const talk = async () => {
    while (talking) {
      talker.say('gauche');
      await pause(EVERY_MS);
    }
  };
  const talked = talk();
  for (let cut = 1; cut <= cuts; cut++) {
    await pause(Math.random() * SHORT_MS);
    const { resume, seq, socket } = listener;
    // The line is lost: what is on its way to this side is, too, and must come again.
    listener.onHeard = () => {};
    socket.terminate();
    const back = talker.said + LONG_MESSAGES;
    if (cut % LONG_ONE_OF === 0) await until(() => talker.said >= back, PATIENCE_MS);
    listener = await connect(port);
    listen(listener);
    listener.seq = seq; // until something comes
    await listener.register({ room, user: 'droite', resume, since: seq });
  }
  talking = false;
  await talked;
  await until(() => last === talker.said, PATIENCE_MS);
  result.said = talker.said;
  result.silent += talker.said - last; // nothing comes any more
  listener.socket.terminate();
  talker.socket.terminate();
  return result;
}

doTask(run);
