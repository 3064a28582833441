// Writes `src/generated/` anew: the methods of the client, from the contract.
import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { readContract } from "@sinkove/openapi/contract";
import { sdkModelOf } from "@sinkove/sdk-generator/sdk-model";
import { typescriptModules } from "@sinkove/sdk-generator/typescript";

const target: URL = new URL("../src/generated/", import.meta.url);
const biome: string = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");

const modules = typescriptModules(sdkModelOf(readContract()), {
  extended: { Datasets: "../resources/datasets.ts" },
});
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
for (const [name, text] of modules) await writeFile(new URL(name, target), formatted(text));

function formatted(text: string): string {
  // Any name that its configuration does not leave out.
  const args = [biome, "format", "--stdin-file-path=packages/sdk/src/generated.ts"];
  return execFileSync(process.execPath, args, { input: text, encoding: "utf8" });
}
