import { spawnSync } from "node:child_process";

/**
 * The system calls that change files, and those that answer. Some of them are recorded to be refused: what a loss of
 * power takes is not to be worked out from half of what was done.
 */
const CALLS = [
  "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,lseek,ftruncate,truncate,fallocate",
  "link,linkat,symlink,symlinkat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir",
  "fsync,fdatasync,sync_file_range,copy_file_range,sendfile,splice,mmap",
];

/** Longer than anything that is written at once, in bytes. */
const LONGEST = 4 * 1024 * 1024;

/**
 * The program that is started is the traced one, and strace its grandchild (-D): signals reach the right process.
 * Descriptors come with their paths (-y), and texts in hexadecimal (-xx).
 */
const OPTIONS = [
  ...["-D", "-f", "-y", "-xx", "-s", `${LONGEST}`, "--seccomp-bpf"],
  ...["-e", "signal=none", "-e", `trace=${CALLS.join()}`],
];

/** What is put before a command for its system calls to be written to a file, or piped to a `|command`. */
export function tracing(record: string): string[] {
  return ["strace", ...OPTIONS, "-o", record];
}

/** Why nothing can be recorded on this machine; undefined where it can. */
export function whyNotTracing(): string | undefined {
  const [command = "", ...args] = [...tracing("|cat"), "true"];
  const { error, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (error) return "it needs strace, which is not installed (apt-get install strace)";
  if (stdout.includes("openat(")) return undefined;
  return `it needs strace, which cannot trace here (${stderr.trim()})`;
}
