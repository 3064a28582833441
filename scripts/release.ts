/**
 * `npm run release`: builds the published packages into `release/`, checks them, and tries them in empty folders. It
 * publishes nothing: the workflow `release.yml` uploads these files.
 *
 * `npm run release -- --dry-run`: does the same in a temporary copy of the repository, after raising the versions
 * according to the changesets.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { commitEverything, copyRepository } from "./copy-repository.ts";
import { faultsOf } from "./release/check-artifacts.ts";
import { makeArtifacts } from "./release/make-artifacts.ts";
import { wrongVersions } from "./release/named-versions.ts";
import { publishedPackages } from "./release/published-packages.ts";
import { run } from "./release/run.ts";
import { tryArtifacts } from "./release/try-artifacts.ts";
import { createStopSignal } from "./stop-signal.ts";
import { runTurbo } from "./turbo.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const USAGE = `npm run release                builds, checks and tries the published packages in release/
npm run release -- --dry-run   does the same in a copy, after raising the versions
Neither publishes anything.`;

try {
  const { values } = parseArgs({
    options: { "dry-run": { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) console.log(USAGE);
  else await (values["dry-run"] ? rehearse() : prepare());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function rehearse(): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), "sinkove-rehearsal-"));
  try {
    say("Copying the repository");
    copyRepository(copy);
    commitEverything(copy);
    say("Raising the versions in the copy");
    console.log(await run(process.execPath, ["scripts/version.ts"], { cwd: copy }));
    console.log(await run("git", ["status", "--short"], { cwd: copy }));
    await run(process.execPath, ["scripts/check-lockfile.ts"], { cwd: copy });
    console.log(await run(process.execPath, ["scripts/release.ts"], { cwd: copy }));
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 3 });
  }
  say("The rehearsal succeeded. Nothing was published, and the repository is unchanged");
}

async function prepare(): Promise<void> {
  const packages = publishedPackages(root);
  refuse("Versions do not agree", wrongVersions(root));
  const out = join(root, "release");
  rmSync(out, { recursive: true, force: true });

  say("Building");
  const filters = packages.map(({ folder }) => `--filter=./${folder}`);
  const args = ["run", "build", ...filters, "--output-logs=errors-only"];
  if (!(await runTurbo(args, { signal: createStopSignal() }))) throw new Error("The build failed.");

  say("Packing");
  const artifacts = await makeArtifacts(packages, { root, out });
  say("Checking with publint, Are the Types Wrong and twine");
  refuse("The packages have faults", await faultsOf(artifacts));
  say("Installing into empty folders, and running the first example");
  await tryArtifacts(artifacts, root);
  for (const { name, version, registry } of artifacts)
    say(`Ready: ${name} ${version} for ${registry}`);
}

function refuse(what: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`${what}:\n  ${faults.join("\n  ")}`);
}

function say(text: string): void {
  console.log(`${text}.`);
}
