/** Copies a text, or selects it where the page may not use the clipboard, as over http. Says what it did. */
export async function copyText(text: string, select: () => void): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    select();
    return "Selected: now copy it";
  }
}

/** Selects all that an element shows. */
export function selectContent(element: Element): void {
  globalThis.getSelection()?.selectAllChildren(element);
}
