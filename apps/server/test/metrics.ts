import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pythonWith, whyNoPython } from "@sinkove/python";
import type { RunningProcess } from "./server-process.ts";

/** The labels of a series. */
export type Labels = Readonly<Record<string, string>>;

/** All series by name, as Prometheus stores them. */
export type SeriesByName = ReadonlyMap<string, readonly Labels[]>;

/** Reads `/metrics` of a process that was started with `SINKOVE_METRICS_PORT=0`. */
export async function readMetrics(process: RunningProcess): Promise<string> {
  const response = await fetch(metricsUrlOf(process));
  if (!response.ok) throw new Error(`The metrics answered ${response.status}.`);
  return response.text();
}

/** The URL at which a process serves metrics, from its log. */
export function metricsUrlOf({ output }: RunningProcess): string {
  const url = /"serving metrics","url":"([^"]+)"/.exec(output().stdout)?.[1];
  if (url === undefined) throw new Error("It does not serve metrics.");
  return url;
}

/** Why this machine cannot parse metrics; undefined if it can. */
export const whyNoParser: () => Promise<string | undefined> = () => whyNoPython("prometheus");

/** Parses metrics with the parser of Prometheus' Python client, which refuses what Prometheus cannot read. */
export async function parseMetrics(metrics: string): Promise<SeriesByName> {
  const python = await pythonWith("prometheus");
  const script = join(import.meta.dirname, "parse-metrics.py");
  const child = spawn(python, [script], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(metrics);
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  if (code !== 0) throw new Error("The metrics are not in the text format of Prometheus.");
  const all = JSON.parse(output) as readonly (readonly [string, Labels])[];
  const series = new Map<string, Labels[]>();
  for (const [name, labels] of all) series.set(name, [...(series.get(name) ?? []), labels]);
  return series;
}
