import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const staging = /^unpacking-(\d+)-/;

/**
 * Fills a folder atomically: it appears complete or not at all. Several processes may fill it at the same time. The
 * first to finish wins, and the others use its folder.
 */
export async function unpackOnce(
  folder: string,
  unpack: (emptyFolder: string) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) return;
  const cache = dirname(folder);
  await removeAbandoned(cache);
  const own = await mkdtemp(join(cache, `unpacking-${process.pid}-`));
  try {
    await unpack(own);
    // mkdtemp creates a folder that only its owner may enter, but the tests may run as another user.
    await chmod(own, 0o755);
    await renameUnlessThere(own, folder);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

/** Removes the unfinished folders of killed processes, which take hundreds of megabytes each. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const path of await readdir(cache)) {
    const pid = staging.exec(basename(path))?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(join(cache, path), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Other errors, such as EPERM, mean that the process runs as another user.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
