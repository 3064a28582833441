import type { WorldSeed } from "./world-seed.ts";

/** Reads a seed file. Loads the checks only when it is called, to keep the start fast. */
export async function readSeed(file: string | URL): Promise<WorldSeed> {
  const { readSeedFile } = await import("./seed-file.ts");
  return readSeedFile(file);
}
