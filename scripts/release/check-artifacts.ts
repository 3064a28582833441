import { readFile } from "node:fs/promises";
import { checkPackage, createPackageFromTarballData, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { pythonWith } from "../../packages/python/src/index.ts";
import type { Artifact } from "./make-artifacts.ts";
import { run } from "./run.ts";

/**
 * Checks the files of every package with publint, Are the Types Wrong and twine.
 *
 * @returns a line for each fault
 */
export async function faultsOf(artifacts: readonly Artifact[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { name, registry, files } of artifacts) {
    const found = registry === "npm" ? await npmFaults(files) : await pypiFaults(files);
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  return faults;
}

async function npmFaults(files: readonly string[]): Promise<readonly string[]> {
  const tarballs = await Promise.all(files.map((file) => readFile(file)));
  const found = tarballs.map(async (content) => [
    ...(await publintFaults(content)),
    ...(await typeFaults(content)),
  ]);
  return (await Promise.all(found)).flat();
}

async function publintFaults(content: Buffer): Promise<readonly string[]> {
  const tarball = new Uint8Array(content).buffer;
  const { messages, pkg } = await publint({ strict: true, pack: { tarball } });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

async function typeFaults(content: Buffer): Promise<readonly string[]> {
  const tarball = createPackageFromTarballData(content);
  const result = await checkPackage(tarball);
  if (!result.types) return ["Are the Types Wrong: it has no types."];
  const manifest = JSON.parse(
    tarball.readFile(`/node_modules/${tarball.packageName}/package.json`),
  );
  return result.problems
    .filter((problem) => "main" in manifest || !isOfEsmOnly(problem))
    .map((problem) => `Are the Types Wrong: ${JSON.stringify(problem)}`);
}

/** Whether a problem only says that the package has no CommonJS and no `main`, which is intended. */
function isOfEsmOnly(problem: Problem): boolean {
  if (problem.kind === "CJSResolvesToESM") return true;
  return problem.kind === "NoResolution" && problem.resolutionKind === "node10";
}

async function pypiFaults(files: readonly string[]): Promise<readonly string[]> {
  try {
    await run(await pythonWith("release"), ["-m", "twine", "check", "--strict", ...files]);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : `${error}`];
  }
}
