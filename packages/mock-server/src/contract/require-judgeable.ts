import { MockError } from "../mock-error.ts";
import { findUncompiledSchema } from "./compile-schemas.ts";
import { findTooDeep, MOST_LEVELS } from "./find-too-deep.ts";
import { findLostReference } from "./lost-reference.ts";
import { findStructureFault, VERSIONS } from "./structure.ts";

/**
 * Checks that Prism can validate requests and responses against every part of a contract. Prism accepts any document,
 * and silently skips the validation of anything that uses an invalid part.
 *
 * @param name the document's name in error messages
 * @throws {MockError} with the first invalid place
 */
export function requireJudgeable(document: object, name: string): void {
  const sent = "openapi" in document ? document.openapi : undefined;
  const version = versionOf(sent);
  if (!VERSIONS.includes(version)) {
    throw new MockError(
      `${name} is not an OpenAPI ${VERSIONS.join(" or ")} document: its openapi field is ${JSON.stringify(sent)}. Use a text such as "3.1.0", and convert other versions.`,
    );
  }
  const deep = findTooDeep(document);
  if (deep !== undefined) {
    throw new MockError(
      `${name} has more than ${MOST_LEVELS} levels of objects and lists in ${deep}. Move inner schemas to components and refer to them.`,
    );
  }
  const fault = findStructureFault(document, version);
  if (fault) {
    throw new MockError(`${name} is not valid OpenAPI ${version}: ${fault.at} ${fault.detail}.`);
  }
  const lost = findLostReference(document);
  if (lost) {
    throw new MockError(`${name} refers to ${lost.reference} at ${lost.at}, ${lost.detail}.`);
  }
  const uncompiled = findUncompiledSchema(document, version);
  if (uncompiled) {
    throw new MockError(`${name} has an invalid schema at ${uncompiled.at}: ${uncompiled.detail}.`);
  }
}

/** Returns the major and minor version. */
function versionOf(version: unknown): string {
  return typeof version === "string" ? version.split(".", 2).join(".") : "";
}
