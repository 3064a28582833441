import type { WorldSeed } from "./world-seed.ts";

/** Reads a seed file. What checks it is loaded for those who bring one. */
export async function readSeed(file: string | URL): Promise<WorldSeed> {
  const { readSeedFile } = await import("./seed-file.ts");
  return readSeedFile(file);
}
