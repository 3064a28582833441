import { rename, writeFile } from "node:fs/promises";

/** Writes a file so that others, who read it meanwhile, see all of the old or all of the new. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}
