// Cuts a long list into runs that stay the same while the list grows and loses its oldest: only a changed run is drawn anew.

/** What an entry goes by, whatever changes about it; no two of a list have the same. */
export type Name = string | number;

/** Some entries in a row. */
export interface Run<Entry> {
  /** names the run among those of its list */
  readonly key: number;
  readonly names: readonly Name[];
  readonly entries: readonly Entry[];
}

/** Few: what stands in the last two is always laid out and drawn. */
const MOST_IN_A_RUN = 8;

function isSame<Entry>(run: Run<Entry>, old: Run<Entry> | undefined): old is Run<Entry> {
  return (
    old?.entries.length === run.entries.length && old.entries.every((entry, i) => entry === run.entries[i])
  );
}

/**
 * @param list - of entries that keep their identity for as long as nothing about them changes
 * @param before - the runs of the list as it was: an entry stays in its run, whatever comes and goes around it, and a
 * run that has not changed is given again, the very same object
 * @param most - entries that a run is given before the next one begins
 */
export function runsOf<Entry>(
  list: readonly Entry[],
  nameOf: (entry: Entry) => Name,
  before: readonly Run<Entry>[],
  most = MOST_IN_A_RUN,
): readonly Run<Entry>[] {
  const names = list.map(nameOf);
  const runOf = new Map(before.flatMap(({ key, names }) => names.map((name) => [name, key] as const)));
  const lastSeen = names.findLastIndex((name) => runOf.has(name));
  const runs: { key: number; names: Name[]; entries: Entry[] }[] = [];
  list.forEach((entry, i) => {
    const name = names[i] as Name; // as many names as entries
    const run = runs.at(-1);
    const here = run?.key ?? 0;
    const isFull = run !== undefined && run.entries.length >= most;
    // Among entries that were there before, a new one joins the run where it stands, full or not.
    const key = Math.max(here, runOf.get(name) ?? (isFull && i > lastSeen ? here + 1 : here));
    if (run?.key !== key) runs.push({ key, names: [name], entries: [entry] });
    else {
      run.names.push(name);
      run.entries.push(entry);
    }
  });
  const old = new Map(before.map((run) => [run.key, run]));
  return runs.map((run) => {
    const same = old.get(run.key);
    return isSame(run, same) ? same : run;
  });
}
