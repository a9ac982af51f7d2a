// The links to this page in another language lead to the same place on it.

/** Gives them the fragment of this page's address, as it is when one is used: a room, or a part of the text. */
export function keepPlace(page: Document): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[data-language]'))
    for (const use of ['pointerdown', 'click'])
      link.addEventListener(use, () => {
        link.hash = location.hash;
      });
}
