import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ApiClient, type Dataset } from "../server/api-client.ts";
import { faultOf } from "./check-archive.ts";
import { startFleet } from "./fleet.ts";

/** Options of {@link generateUnderKills}. */
export interface KillOptions {
  /** An empty one: the server runs there. */
  readonly folder: string;
  readonly kills: number;
  /** How many datasets must become READY; to these come some that fail and some that are deleted. */
  readonly datasets: number;
  readonly mostSamples: number;
  /** From 0 up to and without 1. */
  readonly random: () => number;
  /** Of the server, besides those of the trial. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly onKill?: (count: number) => void;
}

/** What was found in the end. */
export interface KillReport {
  readonly kills: number;
  readonly ready: number;
  readonly failed: number;
  readonly deleted: number;
  readonly samples: number;
  /** A line for each thing that is not as it must be. */
  readonly faults: readonly string[];
}

/** Every so many datasets, one that cannot be drawn and one that is deleted while it is made. */
const ODD_EVERY = 10;
/** So many samples take longer than the time until they are deleted: what was finished is not given back. */
const TOO_MANY = 1000;
/** Milliseconds between two kills, at the most. */
const PAUSE = 1200;

const VARIABLES = {
  SINKOVE_WORKERS: "1",
  SINKOVE_LEASE: "2",
  SINKOVE_RATE_LIMIT: "1000000",
};

/** Makes datasets while server and worker are killed with -9, and looks at what became of them. */
export async function generateUnderKills(options: KillOptions): Promise<KillReport> {
  const { folder } = options;
  const variables = { ...VARIABLES, ...options.variables };
  const fleet = await startFleet({ folder, variables });
  try {
    const client = new ApiClient(fleet.key, fleet.url);
    const creditsBefore = await client.credits();
    const [orders] = await Promise.all([order(client, options), killAll(fleet, options)]);
    const made = await settled(client, orders.kept);
    const archives = join(folder, "sinkove.db.archives");
    const faults = [
      ...(await faultsOf(client, made)),
      ...(await strayFiles(archives, made)),
      ...(await miscounted(client, creditsBefore, made)),
    ];
    const ready = made.filter(isReady);
    return {
      kills: options.kills,
      ready: ready.length,
      failed: made.length - ready.length,
      deleted: orders.deleted,
      samples: samplesOf(ready),
      faults,
    };
  } finally {
    await fleet.stop();
  }
}

async function killAll(
  fleet: Awaited<ReturnType<typeof startFleet>>,
  { kills, random, onKill }: KillOptions,
): Promise<void> {
  for (let count = 1; count <= kills; count++) {
    await setTimeout(random() * PAUSE);
    await fleet.kill(random() < 0.5 ? "server" : "worker");
    onKill?.(count);
  }
}

/** Asks for datasets all the while that there are kills. */
async function order(client: ApiClient, { datasets, kills, mostSamples, random }: KillOptions) {
  const kept: Dataset[] = [];
  let deleted = 0;
  const pause = (kills * PAUSE) / 2 / datasets;
  for (let index = 0; index < datasets; index++) {
    const numSamples = 1 + Math.floor(random() * mostSamples);
    kept.push(await client.create(numSamples, "Severe cardiomegaly, small left effusion"));
    if (index % ODD_EVERY === 0) {
      kept.push(await client.create(numSamples, "MRI of the brain"));
      const { id } = await client.create(TOO_MANY, "Normal chest X-ray");
      await setTimeout(random() * PAUSE);
      await client.remove(id);
      deleted++;
    }
    await setTimeout(random() * pause);
  }
  return { kept, deleted };
}

const isReady = ({ metadata }: Dataset): boolean => metadata.state === "READY";
const samplesOf = (datasets: readonly Dataset[]): number =>
  datasets.reduce((sum, { numSamples }) => sum + numSamples, 0);

async function settled(client: ApiClient, ordered: readonly Dataset[]): Promise<Dataset[]> {
  const ended: Dataset[] = [];
  for (const { id } of ordered) {
    let dataset = await client.get(id);
    while (["PENDING", "STARTED"].includes(dataset.metadata.state)) {
      await setTimeout(100);
      dataset = await client.get(id);
    }
    ended.push(dataset);
  }
  return ended;
}

async function faultsOf(client: ApiClient, ended: readonly Dataset[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, numSamples, metadata } of ended) {
    if (metadata.state === "READY") {
      const fault = await faultOf(await client.download(id), numSamples);
      if (fault !== undefined) faults.push(`The archive of ${id}: ${fault}.`);
      const { finishedAt } = (await client.get(id)).metadata;
      if (finishedAt !== metadata.finishedAt) faults.push(`${id} was made twice.`);
    } else if (!metadata.failureReason?.includes("chest films")) {
      faults.push(`${id} is ${metadata.state}: ${metadata.failureReason}`);
    }
  }
  return faults;
}

/** One archive for each READY dataset and nothing else; what is to be removed may take a moment. */
async function strayFiles(folder: string, ended: readonly Dataset[]): Promise<string[]> {
  const expected = ended
    .filter(isReady)
    .map(({ id }) => id)
    .sort();
  let files: string[] = [];
  for (let tries = 0; tries < 100; tries++) {
    files = readdirSync(folder).sort();
    const ids = files.map((name) => (name.endsWith(".zip") ? name.split(".")[0] : name));
    if (JSON.stringify(ids) === JSON.stringify(expected)) return [];
    await setTimeout(100);
  }
  return [`There are ${files.length} files for ${expected.length} archives: ${files.join(", ")}.`];
}

async function miscounted(
  client: ApiClient,
  before: number,
  ended: readonly Dataset[],
): Promise<string[]> {
  const [spent, left] = [samplesOf(ended.filter(isReady)), await client.credits()];
  if (left === before - spent) return [];
  return [`${before} credits less ${spent} that were spent leave ${left}.`];
}
