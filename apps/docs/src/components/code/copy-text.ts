/** Copies an element's text, or selects it where the page may not use the clipboard, as over http. Says what it did. */
export async function copyText(element: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return "Copied";
  } catch {
    globalThis.getSelection()?.selectAllChildren(element);
    return "Selected: now copy it";
  }
}
