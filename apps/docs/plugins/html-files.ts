import { glob } from "node:fs/promises";
import path from "node:path";

/** The built pages, by their absolute paths. */
export async function htmlFiles(outDir: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob("**/*.html", { cwd: outDir })) files.push(path.join(outDir, file));
  return files.toSorted();
}
