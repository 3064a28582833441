/** Thrown if a part of the site that a run needs could not be loaded. */
export class PartError extends Error {
  override readonly name: string = "PartError";
}

/**
 * Loads a part of the site.
 *
 * @throws PartError if loading fails; the message says what the reader can do
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    const message =
      "A part of this site could not be loaded. Check your connection and press Run again. If the site has been updated in the meantime, reload the page.";
    throw new PartError(message, { cause });
  }
}
