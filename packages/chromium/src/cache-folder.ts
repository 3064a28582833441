import { constants } from "node:fs";
import { access, lstat, mkdir } from "node:fs/promises";

/** Returns the shared folder if this user can write to it, otherwise the user's own folder, which it creates. */
export async function writableFolder(shared: string, own: string): Promise<string> {
  if (await isWritable(shared)) return shared;
  await makeOwn(own);
  return own;
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Creates a private folder. Rejects one that other users can change, because they could replace the browser in it. */
async function makeOwn(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch(ignoreExisting);
  const { uid, mode, isDirectory } = await folderStats(folder);
  if (isDirectory && uid === process.getuid?.() && (mode & 0o077) === 0) return;
  throw new Error(
    `Other users can change ${folder}. Remove it, or set TMPDIR to a folder that only you can write to.`,
  );
}

async function folderStats(folder: string) {
  // lstat instead of stat, because a link could lead anywhere.
  const stats = await lstat(folder);
  return { uid: stats.uid, mode: stats.mode, isDirectory: stats.isDirectory() };
}

function ignoreExisting(error: unknown): void {
  if (error instanceof Error && "code" in error && error.code === "EEXIST") return;
  throw error;
}
