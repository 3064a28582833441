import { rename, writeFile } from "node:fs/promises";

/** Writes a file so that others, who read it meanwhile, see all of the old or all of the new. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, file);
}
