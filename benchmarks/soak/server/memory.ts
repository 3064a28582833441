import { readFileSync } from "node:fs";

/** The peak memory of a process, in MiB. */
export const peakMemoryOf = (pid: number): number => read(pid, "VmHWM");

/** The current memory of a process, in MiB. */
export const memoryOf = (pid: number): number => read(pid, "VmRSS");

/** @throws Error on systems other than Linux */
function read(pid: number, what: "VmHWM" | "VmRSS"): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kibibytes = new RegExp(`${what}:\\s*(\\d+) kB`).exec(status)?.[1];
  if (kibibytes === undefined) throw new Error("Cannot read a process's memory: this needs Linux.");
  return Number(kibibytes) / 1024;
}
