import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const biome = fileURLToPath(import.meta.resolve("@biomejs/biome/bin/biome"));
const ruff = new Workspace(
  { "line-length": 100, "target-version": "py310" },
  PositionEncoding.Utf16,
);

/** Formats code like the repository's TypeScript, with sorted imports. */
export function formatTypescript(text: string): string {
  // The file name must not be one that the configuration excludes.
  const args = [
    biome,
    "check",
    "--write",
    `--config-path=${root}`,
    `--stdin-file-path=${root}/module.ts`,
  ];
  return execFileSync(process.execPath, args, { input: text, encoding: "utf8", cwd: root });
}

/** Formats code like the Python SDK. */
export function formatPython(text: string): string {
  return ruff.format(text);
}
