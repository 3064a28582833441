import { MockError } from "../mock-error.ts";
import { findUncompiledSchema } from "./compile-schemas.ts";
import { findLostReference } from "./lost-reference.ts";
import { findStructureFault, VERSIONS } from "./structure.ts";

/**
 * Checks that a contract can be judged whole. Prism takes any document: where a part of it makes no sense, it stops
 * judging what has that part, and does not say so.
 *
 * @param name what to call the document in the error's message
 * @throws {MockError} with the first place that is wrong
 */
export function requireJudgeable(document: object, name: string): void {
  const version = versionOf(document);
  if (!VERSIONS.includes(version)) {
    throw new MockError(
      `${name} is not an OpenAPI ${VERSIONS.join(" or ")} document: openapi is ${JSON.stringify(version)}. Convert it.`,
    );
  }
  const fault = findStructureFault(document, version);
  if (fault) {
    throw new MockError(`${name} is not valid OpenAPI ${version}: ${fault.at} ${fault.detail}.`);
  }
  const lost = findLostReference(document);
  if (lost) {
    throw new MockError(
      `${name} refers to ${lost.reference} at ${lost.at}, which is not in it. Correct it, or bundle the contract into one file.`,
    );
  }
  const uncompiled = findUncompiledSchema(document, version);
  if (uncompiled) {
    throw new MockError(
      `${name} has a schema that cannot be used: ${uncompiled.at}: ${uncompiled.detail}.`,
    );
  }
}

/** Major and minor. */
function versionOf(document: object): string {
  const version = "openapi" in document ? document.openapi : undefined;
  return typeof version === "string" ? version.split(".", 2).join(".") : "";
}
