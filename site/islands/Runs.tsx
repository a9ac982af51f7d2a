// A long list, drawn in runs: what has not changed is not drawn again, and what is far out of sight not laid out.
import { Component, type VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { type Name, type Run, runsOf } from '../chat/runs.ts';

type Draw<Entry> = (entry: Entry, key: Name) => VNode;

/** An entry as it was drawn. */
type Drawn<Entry extends object> = WeakMap<Entry, VNode>;

interface RunProps<Entry extends object> {
  readonly run: Run<Entry>;
  readonly draw: Draw<Entry>;
  readonly drawn: Drawn<Entry>;
}

class OneRun<Entry extends object> extends Component<RunProps<Entry>> {
  override shouldComponentUpdate({ run }: RunProps<Entry>): boolean {
    return run !== this.props.run;
  }

  override render({ run, draw, drawn }: RunProps<Entry>) {
    const drawOnce = (entry: Entry, i: number) => {
      const node = drawn.get(entry) ?? draw(entry, run.names[i] ?? i);
      drawn.set(entry, node);
      return node;
    };
    return <ol class="run">{run.entries.map(drawOnce)}</ol>;
  }
}

interface Props<Entry extends object> {
  /** keep their identity for as long as nothing about them changes */
  readonly entries: readonly Entry[];
  readonly nameOf: (entry: Entry) => Name;
  /** draws an entry as an item of a list, and looks at nothing else that may change */
  readonly draw: Draw<Entry>;
}

export function Runs<Entry extends object>({ entries, nameOf, draw }: Props<Entry>) {
  const before = useRef<readonly Run<Entry>[]>([]);
  const drawn = useMemo(() => new WeakMap<Entry, VNode>(), []);
  const runs = useMemo(() => runsOf(entries, nameOf, before.current), [entries]);
  before.current = runs;
  return runs.map((run) => <OneRun key={run.key} run={run} draw={draw} drawn={drawn} />);
}
