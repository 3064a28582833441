import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createFolder } from "./server-process.ts";

/** Only the superuser of Linux can mount. */
export const canMount: boolean =
  process.platform === "linux" && process.getuid?.() === 0 && tryMount();

/** A small file system, which is removed after the test. */
export interface SmallDisk {
  readonly folder: string;
  /** Uses up all space. */
  readonly fill: () => void;
  /** Frees the space that {@link SmallDisk.fill} used. */
  readonly makeRoom: () => void;
  readonly makeReadOnly: (isReadOnly: boolean) => void;
}

/** Mounts a file system of 8 MiB in memory. */
export function mountSmallDisk(): SmallDisk {
  const folder = join(createFolder(), "disk");
  mkdirSync(folder);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder]);
  onTestFinished(() => {
    // Lazily, because a server that the test left running may still have open files there.
    execFileSync("umount", ["--lazy", folder]);
  });
  const filler = join(folder, "filler");
  return {
    folder,
    fill: () => fill(filler),
    makeRoom: () => rmSync(filler),
    makeReadOnly: (isReadOnly) => {
      execFileSync("mount", ["-o", `remount,${isReadOnly ? "ro" : "rw"}`, folder]);
    },
  };
}

/** Writes ever smaller pieces, down to the last byte. */
function fill(file: string): void {
  for (let size = 1024 * 1024; size >= 1; size /= 2) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: "a" });
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error) || error.code !== "ENOSPC") throw error;
    }
  }
}

/** In a container, even the superuser may not be allowed to mount. */
function tryMount(): boolean {
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}
