import { type RetryRefusal, retryDataset } from "@sinkove/api";
import { StartError } from "../start-error.ts";
import { readAll } from "./api-call.ts";
import type { Command, CommandGroup } from "./command.ts";
import { readArguments, show } from "./command-line.ts";

interface Dataset {
  readonly id: string;
  readonly createdAt: string;
  readonly numSamples: number;
  readonly metadata: { readonly state: string; readonly failureReason: string | null };
}

const list: Command = async ({ operator, terminal }, args) => {
  const names = { usage: "datasets list", texts: ["state"] as const };
  const { texts, json } = readArguments(args, names);
  const query = texts.state === undefined ? "" : `?state=${encodeURIComponent(texts.state)}`;
  const all = await readAll<Dataset>(operator, `/datasets${query}`);
  const rows = all.map(({ id, createdAt, numSamples, metadata }) => [
    id,
    createdAt,
    `${numSamples} samples`,
    metadata.state,
    metadata.failureReason ?? "",
  ]);
  show(terminal, { json, value: all, rows });
};

const REFUSALS: Readonly<Record<RetryRefusal, string>> = {
  "not found": "There is no dataset with this id. `datasets list` shows the ids.",
  "not failed": "The dataset has not failed. Only a FAILED dataset can be generated again.",
  "too few credits": "Its organization has too few credits for it.",
};

const retry: Command = async ({ store, terminal }, args) => {
  const { positionals, json } = readArguments(args, { usage: "datasets retry ID" });
  const id = (positionals[0] ?? "").toLowerCase();
  const refusal = await retryDataset(store, { id, now: await nowOf(store) });
  if (refusal) throw new StartError(REFUSALS[refusal]);
  terminal.err(`Queued ${id} again. Its credits were charged again.`);
  if (json) show(terminal, { json, value: { id, state: "PENDING" }, rows: [] });
};

const queue: Command = async ({ store, terminal }, args) => {
  const { json } = readArguments(args, { usage: "datasets queue" });
  const now = await nowOf(store);
  const { queued, running, oldest } = await store.readQueue(now);
  const oldestSeconds = oldest === null ? null : Math.max(0, Math.round((now - oldest) / 1000));
  const age = oldestSeconds === null ? "" : `, the oldest for ${oldestSeconds} s`;
  const rows = [[`${queued} queued${age}`], [`${running} running`]];
  show(terminal, { json, value: { queued, running, oldestSeconds }, rows });
};

export const DATASETS: CommandGroup = { name: "datasets", commands: { list, retry, queue } };

/** The time of the database's clock, which leases are compared with. */
async function nowOf(store: { readonly now?: () => Promise<number> }): Promise<number> {
  return store.now ? await store.now() : Date.now();
}
