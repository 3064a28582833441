import type { JobLogEntry } from "@sinkove/api";
import { Counter, Histogram, type Registry } from "prom-client";

/** Upper bounds in seconds, because a dataset takes from a moment to hours. */
const BUCKETS = [0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600, 14_400];

/** Counts what a worker logs about datasets. Ignores other lines. */
export function createJobMetrics(registry: Registry): (entry: JobLogEntry) => void {
  const registers = [registry];
  const durations = new Histogram({
    name: "sinkove_dataset_duration_seconds",
    help: "Time from the start of the last attempt at a dataset until it was ready or had failed.",
    labelNames: ["outcome"],
    buckets: BUCKETS,
    registers,
  });
  const errors = new Counter({
    name: "sinkove_dataset_errors_total",
    help: "Errors of this process while it made datasets.",
    registers,
  });
  return ({ level, durationMs, failureReason }) => {
    if (level === "error") errors.inc();
    if (durationMs === undefined) return;
    const outcome = failureReason === undefined ? "ready" : "failed";
    durations.observe({ outcome }, durationMs / 1000);
  };
}
