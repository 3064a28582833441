import { ConfigurationError } from "./errors/client-errors.ts";

/**
 * Loads a part of this package that many programs never use. Everything that errors, retries and
 * waits need is loaded at the start, because service workers and extensions refuse `import()`, and
 * a page that stays open during a deployment no longer finds its files.
 *
 * @throws ConfigurationError when the part cannot be loaded, with the reason as its `cause`.
 */
export async function load<Part>(importPart: () => Promise<Part>): Promise<Part> {
  try {
    return await importPart();
  } catch (cause) {
    throw new ConfigurationError(
      "A part of the SDK could not be loaded. Reload the page, or, if import() is not allowed here, bundle the program into one file.",
      undefined,
      { cause },
    );
  }
}
