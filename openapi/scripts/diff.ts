import { join } from "node:path";
import { compareDocuments } from "../diff/compare.ts";
import { IncomparableError } from "../diff/located.ts";
import { readBase, readPresent } from "../diff/read.ts";
import { isBreaking, report } from "../diff/report.ts";

/** Exits with 1 if clients of the base break, and with 2 if the documents cannot be compared. */
const released = join(import.meta.dirname, "../released/openapi.json");
const [base = released] = process.argv.slice(2);

try {
  // npm runs scripts in the workspace's folder. INIT_CWD is the user's working directory.
  const old = readBase(base, process.env.INIT_CWD ?? process.cwd());
  const changes = compareDocuments(old, readPresent());
  console.log(report(changes));
  process.exitCode = isBreaking(changes) ? 1 : 0;
} catch (error) {
  if (!(error instanceof IncomparableError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
