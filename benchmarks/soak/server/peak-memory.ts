import { readFileSync } from "node:fs";

/**
 * The most memory that a process has had so far, in MiB.
 *
 * @throws Error where the system does not tell: only Linux does
 */
export function peakMemoryOf(pid: number): number {
  const kibibytes = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  if (kibibytes === undefined) throw new Error("The system does not tell a process's memory.");
  return Number(kibibytes) / 1024;
}
