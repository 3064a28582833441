import { spawnSync } from "node:child_process";

/**
 * The system calls that change files or send responses. Some are traced only to be refused: the effects of a loss of
 * power cannot be derived from an incomplete trace.
 */
const CALLS = [
  "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,lseek,ftruncate,truncate,fallocate",
  "link,linkat,symlink,symlinkat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir",
  "fsync,fdatasync,sync_file_range,copy_file_range,sendfile,splice,mmap",
];

/** More than any single write, in bytes. */
const LONGEST = 4 * 1024 * 1024;

/**
 * The started program is the traced one, and strace is its grandchild (-D), so signals reach the right process.
 * Descriptors are written with their paths (-y), and texts in hexadecimal (-xx).
 */
const OPTIONS = [
  ...["-D", "-f", "-y", "-xx", "-s", `${LONGEST}`, "--seccomp-bpf"],
  ...["-e", "signal=none", "-e", `trace=${CALLS.join()}`],
];

/** The prefix of a command that writes its system calls to a file, or pipes them to a `|command`. */
export function tracing(record: string): string[] {
  return ["strace", ...OPTIONS, "-o", record];
}

/** Why this machine cannot trace programs; undefined if it can. */
export function whyNotTracing(): string | undefined {
  const [command = "", ...args] = [...tracing("|cat"), "true"];
  const { error, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (error) return "it needs strace, which is not installed (apt-get install strace)";
  if (stdout.includes("openat(")) return undefined;
  return `it needs strace, which cannot trace here (${stderr.trim()})`;
}
