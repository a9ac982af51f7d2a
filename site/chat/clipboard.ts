// Puts a text onto the clipboard, on secure origins and on those of a class, which are not.

/** The way that every origin has: the browser copies what is selected. */
function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'unseen';
  document.body.append(box);
  box.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/** @returns whether the text is on the clipboard now */
export async function copyText(text: string): Promise<boolean> {
  // Absent on http:// addresses of a network, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused by the user or by a policy; the other way may be open.
  }
  return copySelected(text);
}
