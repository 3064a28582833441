import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { MockError } from "../mock-error.ts";
import { ownContract } from "../own-files.ts";

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
    return requireResolved(document, file);
  }
  throw new MockError(`${nameOf(file)} is not an OpenAPI document in JSON. ${remedyFor(file)}`);
}

/** Prism does not say that a part of the contract is missing: it stops to check what refers to it. */
function requireResolved(document: object, file: string | URL): object {
  const lost = findLostReference(document, document);
  if (lost === undefined) return document;
  throw new MockError(
    `${nameOf(file)} refers to ${lost}, which is not in it. Correct it, or bundle the contract into one file.`,
  );
}

function findLostReference(node: unknown, document: object): string | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  if ("$ref" in node && typeof node.$ref === "string" && !resolves(node.$ref, document)) {
    return node.$ref;
  }
  for (const child of Object.values(node)) {
    const lost = findLostReference(child, document);
    if (lost !== undefined) return lost;
  }
  return undefined;
}

function resolves(reference: string, document: object): boolean {
  if (!reference.startsWith("#/")) return false;
  const segments = decodeURIComponent(reference.slice(2)).split("/");
  let node: unknown = document;
  for (const segment of segments) {
    const name = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, name)) return false;
    node = Reflect.get(node, name);
  }
  return true;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nameOf(file: string | URL): string {
  return file instanceof URL ? fileURLToPath(file) : file;
}

function remedyFor(file: string | URL): string {
  if (file === ownContract) return "Build the package first: npm run build.";
  return "Name a bundled OpenAPI 3.1 document with --contract, or leave the option out.";
}
