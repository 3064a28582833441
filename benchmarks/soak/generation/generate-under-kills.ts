import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ApiClient, type Dataset } from "../server/api-client.ts";
import { faultOf } from "./check-archive.ts";
import { startFleet } from "./fleet.ts";

/** Options of {@link generateUnderKills}. */
export interface KillOptions {
  /** An empty folder, in which the server runs. */
  readonly folder: string;
  readonly kills: number;
  /** How many datasets must become READY. Some others fail or are deleted. */
  readonly datasets: number;
  readonly mostSamples: number;
  /** A random number from 0 up to, but not including, 1. */
  readonly random: () => number;
  /** Further environment variables of the server. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly onKill?: (count: number) => void;
}

/** The result of the trial. */
export interface KillReport {
  readonly kills: number;
  readonly ready: number;
  readonly failed: number;
  readonly deleted: number;
  readonly samples: number;
  /** A line for each fault. */
  readonly faults: readonly string[];
}

/** After this many datasets comes one that cannot be drawn and one that is deleted during its generation. */
const ODD_EVERY = 10;
/** So many samples that the dataset is deleted before it is finished: finished samples are not refunded. */
const TOO_MANY = 1000;
/** The longest pause between two kills, in milliseconds. */
const PAUSE = 1200;

const VARIABLES = {
  SINKOVE_WORKERS: "1",
  SINKOVE_LEASE: "2",
  SINKOVE_RATE_LIMIT: "1000000",
};

/** Generates datasets while the server and the worker are killed with -9, and inspects the results. */
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

/** Creates datasets as long as there are kills. */
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
      if (finishedAt !== metadata.finishedAt) faults.push(`${id} was generated twice.`);
    } else if (!metadata.failureReason?.includes("chest films")) {
      faults.push(`${id} is ${metadata.state}: ${metadata.failureReason}`);
    }
  }
  return faults;
}

/** Files other than one archive for each READY dataset. Waits, because removal may take a moment. */
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
  return [`Found ${files.length} files for ${expected.length} archives: ${files.join(", ")}.`];
}

async function miscounted(
  client: ApiClient,
  before: number,
  ended: readonly Dataset[],
): Promise<string[]> {
  const [spent, left] = [samplesOf(ended.filter(isReady)), await client.credits()];
  if (left === before - spent) return [];
  return [`${before} credits minus ${spent} spent should not leave ${left}.`];
}
