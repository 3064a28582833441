import { readFileSync } from "node:fs";

/** The most memory that a process has had so far, in MiB. */
export const peakMemoryOf = (pid: number): number => read(pid, "VmHWM");

/** The memory that a process has now, in MiB. */
export const memoryOf = (pid: number): number => read(pid, "VmRSS");

/** @throws Error where the system does not tell: only Linux does */
function read(pid: number, what: "VmHWM" | "VmRSS"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kibibytes = new RegExp(`${what}:\\s*(\\d+) kB`).exec(status)?.[1];
  if (kibibytes === undefined) throw new Error("The system does not tell a process's memory.");
  return Number(kibibytes) / 1024;
}
