import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
const ruff = new Workspace(
  { "line-length": 100, "target-version": "py310" },
  PositionEncoding.Utf16,
);

/** As the repository's TypeScript is formatted. */
export function formatTypescript(text: string): string {
  // A name that the configuration does not leave out.
  const args = [biome, "format", `--config-path=${root}`, `--stdin-file-path=${root}/module.ts`];
  return execFileSync(process.execPath, args, { input: text, encoding: "utf8", cwd: root });
}

/** As the Python SDK is formatted. */
export function formatPython(text: string): string {
  return ruff.format(text);
}
