import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { MockError } from "../mock-error.ts";
import { ownContract } from "../own-files.ts";
import { parseJson } from "../parse-json.ts";

/**
 * Reads a bundled OpenAPI document.
 *
 * @throws {MockError} if the file cannot be read, or is not a valid OpenAPI 3.0 or 3.1 document in JSON
 */
export async function readContract(file: string | URL): Promise<object> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new MockError(
      `cannot read the contract ${nameOf(file)} (${cause.code}). ${remedyFor(file)}`,
    );
  });
  const document = parse(text, file);
  if (document && typeof document === "object" && "openapi" in document) {
    if (file !== ownContract) await requireJudgeable(document, nameOf(file));
    return document;
  }
  throw new MockError(`${nameOf(file)} is not an OpenAPI document in JSON. ${remedyFor(file)}`);
}

function parse(text: string, file: string | URL): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    const reason = (error as Error).message;
    throw new MockError(
      `${nameOf(file)} is not an OpenAPI document in JSON: ${reason}. ${remedyFor(file)}`,
    );
  }
}

/** Loads the checks only for documents other than the package's own, to keep the start fast. */
async function requireJudgeable(document: object, name: string): Promise<void> {
  const check = await import("./require-judgeable.ts");
  check.requireJudgeable(document, name);
}

function nameOf(file: string | URL): string {
  return file instanceof URL ? fileURLToPath(file) : file;
}

function remedyFor(file: string | URL): string {
  if (file === ownContract) return "Build the package first: npm run build.";
  return "Pass a bundled OpenAPI 3.0 or 3.1 document in JSON to --contract, or remove the option.";
}
