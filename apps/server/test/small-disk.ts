import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createFolder } from "./server-process.ts";

/** Only the superuser of Linux may mount. */
export const canMount: boolean =
  process.platform === "linux" && process.getuid?.() === 0 && tryMount();

/** A file system of its own with little room, gone after the test. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no room. */
  readonly fill: () => void;
  /** Gives back the room that {@link SmallDisk.fill} took. */
  readonly makeRoom: () => void;
  readonly makeReadOnly: (isReadOnly: boolean) => void;
}

/** Mounts a file system in memory of 8 MiB. */
export function mountSmallDisk(): SmallDisk {
  const folder = join(createFolder(), "disk");
  mkdirSync(folder);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder]);
  onTestFinished(() => {
    // Lazily: a server that the test left behind may still have files open there.
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

/** In ever smaller pieces, down to the last byte. */
function fill(file: string): void {
  for (let size = 1024 * 1024; size >= 1; size /= 2) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: "a" });
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error) || error.code !== "ENOSPC") throw error;
    }
  }
}

/** Containers may have a superuser that is not allowed to mount. */
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
