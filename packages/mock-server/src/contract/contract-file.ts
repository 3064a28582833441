import { readFile } from "node:fs/promises";
import { MockError } from "../mock-error.ts";

/** The contract's bundle as this package carries it. */
export const ownContract: URL = new URL("./openapi.json", import.meta.url);

/**
 * Reads a bundled OpenAPI document.
 *
 * @throws {MockError} if the file cannot be read or is no OpenAPI 3.1 document in JSON
 */
export async function readContract(file: string | URL): Promise<object> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new MockError(
      `cannot read the contract ${nameOf(file)} (${cause.code}). ${remedyFor(file)}`,
    );
  });
  const document = parse(text);
  if (document && typeof document === "object" && "openapi" in document && "paths" in document) {
    return document;
  }
  throw new MockError(`${nameOf(file)} is not an OpenAPI document in JSON. ${remedyFor(file)}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nameOf(file: string | URL): string {
  return file instanceof URL ? file.pathname : file;
}

function remedyFor(file: string | URL): string {
  if (file === ownContract) return "Build the package first: npm run build.";
  return "Name a bundled OpenAPI 3.1 document with --contract, or leave the option out.";
}
