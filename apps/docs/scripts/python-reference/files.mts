import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PythonSurface } from "./page.mts";

export const generatedPage: string = fileURLToPath(
  new URL("../../docs/sdk/generated/python.md", import.meta.url),
);

/** @throws where packages/sdk-python has not been built, or was without Python. */
export function readSurface(): PythonSurface {
  const file = new URL("../../../../packages/sdk-python/dist/reference.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}
