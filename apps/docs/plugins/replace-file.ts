import { rename, writeFile } from "node:fs/promises";

/** Writes a file atomically: other processes read either the old or the new content. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}
