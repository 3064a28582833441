import { glob } from "node:fs/promises";
import path from "node:path";

/** The built pages, by their absolute paths. */
export async function htmlFiles(outDir: string): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob("**/*.html", { cwd: outDir })) files.push(path.join(outDir, file));
  return files.toSorted();
}

/** The address of a built page, by its path within the site's folder. */
export function addressOf(file: string): string {
  const page = file.replaceAll(path.sep, "/").replace(/\.html$/, "");
  return `/${page.replace(/^index$/, "")}`;
}
