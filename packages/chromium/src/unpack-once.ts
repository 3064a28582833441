import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

const staging = /^unpacking-(\d+)-/;

/**
 * Fills a folder that then appears whole, under its name, or not at all. Any number of processes may do so at once:
 * the first to finish wins, and the others take its folder.
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
    // mkdtemp makes a folder that only its owner may enter; the tests may run as another user.
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

/** Removes what killed processes have left behind: hundreds of megabytes each. */
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
    // EPERM: it runs, as another user.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
