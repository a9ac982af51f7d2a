// The search itself, which the build left below `pagefind/`: fetched when somebody looks for something, not before.

/** A page in which something was found, as Pagefind describes it. */
export interface Found {
  readonly url: string;
  /** see excerpt.ts */
  readonly excerpt: string;
  /** the text of the page, of which `locations` are the words that were found, counted by the spaces between them */
  readonly content: string;
  readonly locations: readonly number[];
  readonly meta: { readonly title?: string; readonly number?: string };
  /** the parts of the page that have an address, the page's beginning among them */
  readonly sub_results: readonly { readonly title: string; readonly url: string }[];
}

interface Answer {
  readonly results: readonly { data(): Promise<Found> }[];
}

export interface Search {
  search(text: string): Promise<Answer>;
}

interface Pagefind {
  createInstance(options: {
    readonly basePath: string;
    readonly baseUrl: string;
    readonly noWorker: boolean;
    readonly excerptEllipsis: string;
  }): Search;
}

let coming: Promise<Search> | undefined;

/** @param base - the path that the site was built for. @throws Error where it cannot be fetched */
export function search(base: string): Promise<Search> {
  const basePath = `${base}pagefind/`;
  coming ??= import(/* @vite-ignore */ `${basePath}pagefind.js`).then(
    // In the page, not in a worker: for so few pages that is as fast, and the policy lets no string become a worker.
    (pagefind: Pagefind) =>
      pagefind.createInstance({ basePath, baseUrl: base, noWorker: true, excerptEllipsis: '…' }),
  );
  coming.catch(() => {
    coming = undefined; // the next letter tries again
  });
  return coming;
}
