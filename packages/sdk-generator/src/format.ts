import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const biome = fileURLToPath(import.meta.resolve("@biomejs/biome/bin/biome"));
const ruff = new Workspace(
  { "line-length": 100, "target-version": "py310" },
  PositionEncoding.Utf16,
);

/** As the repository's TypeScript is formatted, and its imports are sorted. */
export function formatTypescript(text: string): string {
  // A name that the configuration does not leave out.
  const args = [
    biome,
    "check",
    "--write",
    `--config-path=${root}`,
    `--stdin-file-path=${root}/module.ts`,
  ];
  return execFileSync(process.execPath, args, { input: text, encoding: "utf8", cwd: root });
}

/** As the Python SDK is formatted. */
export function formatPython(text: string): string {
  return ruff.format(text);
}
