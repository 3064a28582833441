import { glob } from "node:fs/promises";
import path from "node:path";

/** Returns the absolute paths of the built pages. */
export async function htmlFiles(outDir: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob("**/*.html", { cwd: outDir })) files.push(path.join(outDir, file));
  return files.toSorted();
}

/** Returns the address of a built page from its path in the site's folder. */
export function addressOf(file: string): string {
  const page = file.replaceAll(path.sep, "/").replace(/\.html$/, "");
  return `/${page.replace(/^index$/, "")}`;
}
