/**
 * Runs the real `prism` command on the contract:
 *
 *   npm run prism                       a mock server, at http://127.0.0.1:4010
 *   npm run prism:proxy                 in front of the API at http://127.0.0.1:8080; refuses what breaks the contract
 *   npm run prism:proxy -- --upstream http://127.0.0.1:4011 --port 4010
 *
 * Prism's own options follow `--`: npm run prism -- --port 4011 --dynamic
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contractForPrism } from "../src/prism/contract-for-prism.ts";

const require = createRequire(import.meta.url);
const [command = "mock", ...args] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), "sinkove-prism-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const document = join(folder, "openapi.json");
const contract = JSON.parse(readFileSync(require.resolve("@sinkove/openapi/openapi.json"), "utf8"));
writeFileSync(document, JSON.stringify(contractForPrism(contract)));

const cli = require.resolve("@stoplight/prism-cli/dist/index.js");
process.argv = [process.execPath, cli, command, document, ...positionals(command, args)];
require(cli);

/** The proxy's upstream is a positional argument. Responses that break the contract are errors. */
function positionals(name: string, given: readonly string[]): string[] {
  if (name !== "proxy") return [...given];
  const index = given.indexOf("--upstream");
  const upstream = index === -1 ? "http://127.0.0.1:8080" : (given[index + 1] ?? "");
  const others = index === -1 ? given : given.toSpliced(index, 2);
  return [upstream, "--errors", ...others];
}
