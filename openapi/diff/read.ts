import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Document } from "../document.ts";
import { runRedocly } from "../redocly.ts";
import { IncomparableError } from "./located.ts";

const folder = join(import.meta.dirname, "..");

/** Bundles the contract in the working tree. */
export function readPresent(): Document {
  const { stdout, stderr, status } = runRedocly(
    ["bundle", "openapi.yaml", "--ext", "json"],
    folder,
  );
  if (status !== 0)
    throw new IncomparableError(
      `The contract cannot be bundled; \`npm run lint -w openapi\` says why. ${lastLine(stderr)}`,
    );
  return parse(stdout, "the present contract");
}

/** Reads a bundle from a file, relative to `from`, or else the committed bundle at a git ref. */
export function readBase(base: string, from: string): Document {
  const file = resolve(from, base);
  if (existsSync(file)) return parse(readFile(file), base);
  const shown = spawnSync("git", ["show", "--end-of-options", `${base}:./generated/openapi.json`], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (shown.status === 0) return parse(shown.stdout, base);
  throw new IncomparableError(
    `${base} is neither a file nor a git ref with openapi/generated/openapi.json. ${lastLine(shown.stderr)}`,
  );
}

function parse(text: string, name: string): Document {
  const document = parseJson(text, name);
  if (isDocument(document)) return document;
  throw new IncomparableError(`${name} is not an OpenAPI document with paths.`);
}

function isDocument(value: unknown): value is Document {
  if (typeof value !== "object" || value === null || !("openapi" in value)) return false;
  return "paths" in value && typeof value.paths === "object" && value.paths !== null;
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new IncomparableError(
      `${name} is not JSON; give a bundle, as \`npm run generate\` writes it.`,
    );
  }
}

function readFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new IncomparableError(`${file} cannot be read: ${(error as Error).message}`); // node:fs always throws an Error
  }
}

function lastLine(text: string | null): string {
  return text?.trim().split("\n").at(-1) ?? "";
}
