import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PythonSurface } from "./page.mts";

export const generatedPage: string = fileURLToPath(
  new URL("../../docs/sdk/generated/python.md", import.meta.url),
);

/** Reads the public names that `npm run generate:python` has written. */
export function readSurface(): PythonSurface {
  const file = new URL("../../../../packages/sdk-python/generated/reference.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}
