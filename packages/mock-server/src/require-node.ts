import { MockError } from "./mock-error.ts";

/** The oldest major version that the package runs on, as in `engines` of its package.json. */
const OLDEST = 22;

/**
 * Checks the version of Node: npm only warns, and an older version would fail later, somewhere else.
 *
 * @throws {MockError} if it is too old
 */
export function requireNode(version: string = process.versions.node): void {
  if (Number.parseInt(version, 10) >= OLDEST) return;
  throw new MockError(
    `@sinkove/mock-server needs Node ${OLDEST} or later in this process; this is ${version}.`,
  );
}
