/** Copies a text, or selects it if the page may not use the clipboard, for example over http. Returns the new label. */
export async function copyText(text: string, select: () => void): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    select();
    return "Selected: now copy it";
  }
}

/** Selects the content of an element. */
export function selectContent(element: Element): void {
  globalThis.getSelection()?.selectAllChildren(element);
}
