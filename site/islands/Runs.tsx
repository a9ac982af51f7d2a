// A long list, drawn in runs: what has not changed is not drawn again, and what is far out of sight not laid out.
import { Component, type ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { type Name, type Run, runsOf } from '../chat/runs.ts';

type Draw<Entry> = (entry: Entry, key: Name) => ComponentChildren;

interface RunProps<Entry> {
  readonly run: Run<Entry>;
  readonly draw: Draw<Entry>;
}

class OneRun<Entry> extends Component<RunProps<Entry>> {
  override shouldComponentUpdate({ run }: RunProps<Entry>): boolean {
    return run !== this.props.run;
  }

  override render({ run, draw }: RunProps<Entry>) {
    return <ol class="run">{run.entries.map((entry, i) => draw(entry, run.names[i] ?? i))}</ol>;
  }
}

interface Props<Entry> {
  /** keep their identity for as long as nothing about them changes */
  readonly entries: readonly Entry[];
  readonly nameOf: (entry: Entry) => Name;
  /** draws an entry as an item of a list, and looks at nothing else that may change */
  readonly draw: Draw<Entry>;
}

export function Runs<Entry>({ entries, nameOf, draw }: Props<Entry>) {
  const before = useRef<readonly Run<Entry>[]>([]);
  const runs = useMemo(() => runsOf(entries, nameOf, before.current), [entries]);
  before.current = runs;
  return runs.map((run) => <OneRun key={run.key} run={run} draw={draw} />);
}
