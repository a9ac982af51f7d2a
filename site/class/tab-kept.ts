// A text that this tab keeps, from page to page and no longer than the tab.

/** Where a browser keeps nothing for pages, it is never there: whoever keeps it goes on with what the page itself has. */
export class TabKept {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  read(): string | undefined {
    try {
      return sessionStorage.getItem(this.#name) ?? undefined;
    } catch {
      return undefined; // a browser that keeps nothing throws already here
    }
  }

  /** @param text - undefined for none any more */
  keep(text: string | undefined): void {
    try {
      if (text === undefined) sessionStorage.removeItem(this.#name);
      else sessionStorage.setItem(this.#name, text);
    } catch {
      // It holds for as long as this page does.
    }
  }
}
