// Fetches the style sheet of a part that few readers use, when the part comes: in the head it would hold up every page that may ever show it.

/** @returns once it applies, or could not be fetched: a part without its looks is better than none */
export async function styleSheet(href: string): Promise<void> {
  if (typeof document === 'undefined') return; // the build puts into a page what its pictures need
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  const settled = new Promise((resolve) => {
    link.onload = resolve;
    link.onerror = resolve;
  });
  document.head.append(link);
  await settled;
}
