import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { NamedFile } from "./wheel/named-file.ts";

interface ListedWheel {
  readonly file: string;
  readonly sha256: string;
}

/**
 * The wheels of `folder`, in the order of its `wheels.json`.
 *
 * @throws if one is missing or differs from its SHA-256 in `wheels.json`
 */
export function readVendoredWheels(folder: string): readonly NamedFile[] {
  const listed: readonly ListedWheel[] = JSON.parse(
    readFileSync(join(folder, "wheels.json"), "utf8"),
  );
  return listed.map(({ file, sha256 }) => ({
    name: file,
    content: readVerified(join(folder, file), sha256),
  }));
}

function readVerified(path: string, sha256: string): Buffer {
  if (!existsSync(path)) throw new Error(`${path} is missing. ${REMEDY}`);
  const content = readFileSync(path);
  const actual = createHash("sha256").update(content).digest("hex");
  if (actual === sha256) return content;
  throw new Error(`${path} has SHA-256 ${actual}, but wheels.json lists ${sha256}. ${REMEDY}`);
}

const REMEDY =
  "Restore it with `git checkout -- packages/sdk-python/vendor`, or download the wheels again with `npm run vendor -w packages/sdk-python`.";
