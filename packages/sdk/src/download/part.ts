import { randomUuid } from "../http/random-uuid.ts";
import { createSha256 } from "./sha256.ts";

type FileSystem = typeof import("node:fs/promises");
type FileHandle = import("node:fs/promises").FileHandle;

/** The machine that a temporary file's owner is on, and its process there. */
const OWNER = /^\.([\da-f]{8})-(\d+)-[\da-f]{8}$/;

/** The download that a temporary file is for. */
export interface PartInit {
  readonly fs: FileSystem;
  readonly builtIn: (name: string) => unknown;
  /** The final name. */
  readonly path: string;
  readonly sha256: string;
}

/** A temporary file that nobody else writes to. */
export interface Part {
  readonly name: string;
  readonly handle: FileHandle;
  /** Keeps the closed file, so that the next download of the same content can resume it. */
  release(): Promise<void>;
  /** Removes the temporary files of earlier downloads of the same content whose processes have ended. */
  removeLeftovers(): Promise<void>;
}

/**
 * Opens a temporary file. Node has no file locks, so its name says who owns it: the machine, the
 * process and a random number. A file that was released, or whose process was killed, is claimed by
 * renaming it: if several processes try, one succeeds.
 */
export async function openPart({ fs, builtIn, path, sha256 }: PartInit): Promise<Part> {
  const { basename, dirname } = builtIn("node:path") as typeof import("node:path");
  const { open, readdir, rename, rm, stat } = fs;
  const { O_CREAT, O_EXCL, O_RDWR } = fs.constants;
  const machine = machineOf(builtIn);
  // File systems limit names to 255 bytes: 50 characters have at most 200, and what follows them fewer than 55.
  const stem = `${/^.{0,50}/u.exec(basename(path))}.${sha256.slice(0, 16)}`;
  const folder = dirname(path);
  const named = (owner: string) => `${folder}/${stem}${owner}.part`;
  const idle = named("");
  const name = named(`.${machine}-${process.pid}-${randomUuid().slice(0, 8)}`);

  const leftovers = async (): Promise<string[]> =>
    (await readdir(folder))
      .filter((file) => file.startsWith(`${stem}.`) && file.endsWith(".part"))
      .map((file) => file.slice(stem.length, -5))
      .filter((owner) => owner === "" || isDead(owner, machine))
      .map(named);

  const claim = async (): Promise<FileHandle | undefined> => {
    for (const leftover of await leftovers()) {
      try {
        await rename(leftover, name);
      } catch {
        continue; // another was faster
      }
      // A file with two links also has its final name, because a process was killed in between. It must not change.
      if ((await stat(name)).nlink === 1) return open(name, O_RDWR);
      await rm(name);
    }
    return undefined;
  };

  const handle = (await claim()) ?? (await open(name, O_RDWR | O_CREAT | O_EXCL));
  return {
    name,
    handle,
    release: () => rename(name, idle),
    async removeLeftovers() {
      for (const leftover of await leftovers()) await rm(leftover, { force: true });
    },
  };
}

function machineOf(builtIn: (name: string) => unknown): string {
  const hash = createSha256();
  try {
    const { hostname } = builtIn("node:os") as typeof import("node:os");
    hash.update(new TextEncoder().encode(hostname()));
  } catch {
    // Deno needs a permission for this.
  }
  return hash.digest().slice(0, 8);
}

/** Whether a process of this machine has ended. Another machine's may be running. */
function isDead(owner: string, machine: string): boolean {
  const [, host, pid] = OWNER.exec(owner) ?? [];
  if (host !== machine) return false;
  try {
    return !process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
