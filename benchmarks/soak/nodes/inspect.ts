import { readdirSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { faultOf } from "../generation/check-archive.ts";
import { type Answer, type Call, sendUntilAnswered, type Urls } from "./call.ts";
import type { Ledger, Made } from "./ledger.ts";

/** The data to inspect at the end. */
export interface Inspection {
  readonly urls: Urls;
  readonly key: string;
  readonly ledger: Ledger;
  /** The folder of the archives. */
  readonly archives: string;
  /** The number of credits at the start. */
  readonly credits: number;
}

/** The faults; all lists are empty if there are none. */
export interface Findings {
  readonly lost: string[];
  readonly doubled: string[];
}

/** Compares everything that exists with everything that was acknowledged. */
export async function inspect(inspection: Inspection): Promise<Findings> {
  const { made } = inspection.ledger;
  const keys = made.filter(({ kind }) => kind === "key");
  const datasets = made.filter(({ kind, state }) => kind === "dataset" && state === "there");
  const listedKeys = await listAll(inspection, "listApiKeys", "/api-keys");
  const listedDatasets = await listAll(inspection, "listDatasets", "/datasets");
  return {
    lost: [
      ...lostKeys(keys, listedKeys),
      ...missing(datasets, listedDatasets),
      ...(await unmade(inspection, datasets)),
    ],
    doubled: [
      // The trial did not create the first key.
      ...surplus(keys, listedKeys.slice(0, -1)),
      ...surplus(datasets, listedDatasets),
      ...(await wrongCredits(inspection, datasets)),
      ...(await strayArchives(inspection, datasets)),
    ],
  };
}

type Listed = Answer["body"];

async function ask({ urls, key, ledger }: Inspection, call: Omit<Call, "key">): Promise<Answer> {
  return sendUntilAnswered(urls, { ...call, key }, ledger);
}

async function listAll(
  inspection: Inspection,
  operation: "listApiKeys" | "listDatasets",
  path: string,
): Promise<Listed[]> {
  const items: Listed[] = [];
  for (let next: string | undefined = `${path}?limit=500`; next !== undefined; ) {
    const { headers, body } = await ask(inspection, { operation, path: next });
    items.push(...body);
    next = /<[^>]*?\/v1(\/[^>]*)>; rel="next"/.exec(headers.get("Link") ?? "")?.[1];
  }
  return items;
}

function lostKeys(keys: readonly Made[], listed: readonly Listed[]): string[] {
  const statuses = new Map(listed.map(({ id, status }) => [id, status]));
  return keys.flatMap(({ id, state }) => {
    const status = statuses.get(id);
    if (state === "ending" || status === (state === "ended" ? "revoked" : "active")) return [];
    return [`key ${id} is ${status} instead of ${state}`];
  });
}

function missing(made: readonly Made[], listed: readonly Listed[]): string[] {
  const ids = new Set(listed.map(({ id }) => id));
  return made.filter(({ id }) => !ids.has(id)).map(({ kind, id }) => `${kind} ${id} is gone`);
}

/** Finds objects that were never acknowledged: something was done twice. */
function surplus(made: readonly Made[], listed: readonly Listed[]): string[] {
  const ids = new Set(made.map(({ id }) => id));
  return listed.filter(({ id }) => !ids.has(id)).map(({ id }) => `${id} was never acknowledged`);
}

async function unmade(inspection: Inspection, datasets: readonly Made[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, samples } of datasets) {
    const path = `/datasets/${id}`;
    let state = "";
    for (;;) {
      const { body } = await ask(inspection, { operation: "getDataset", path });
      state = body.metadata.state;
      if (state !== "PENDING" && state !== "STARTED") break;
      await setTimeout(100);
    }
    if (state !== "READY") faults.push(`dataset ${id} is ${state}`);
    const download = { operation: "getDatasetDownload", path: `${path}/urls/download` } as const;
    const { body } = await ask(inspection, download);
    const fault = state === "READY" ? await faultOf(body, samples) : undefined;
    if (fault !== undefined) faults.push(`the archive of ${id}: ${fault}`);
  }
  return faults;
}

async function wrongCredits(inspection: Inspection, datasets: readonly Made[]): Promise<string[]> {
  const call = { operation: "listOrganizations", path: "/organizations" } as const;
  const [{ credits }] = (await ask(inspection, call)).body;
  const expected = datasets.reduce((left, { samples }) => left - samples, inspection.credits);
  return credits === expected ? [] : [`${credits} credits are left instead of ${expected}`];
}

/** Archives that belong to no dataset. Waits, because removal may take a moment. */
async function strayArchives(
  { archives }: Inspection,
  datasets: readonly Made[],
): Promise<string[]> {
  const ids = new Set(datasets.map(({ id }) => id));
  for (let tries = 0; ; tries++) {
    const files = readdirSync(archives);
    const strays = files.filter((file) => !file.endsWith(".zip") || !ids.has(file.slice(0, 36)));
    if (strays.length === 0 && files.length === ids.size) return [];
    if (tries === 300) return [`${files.length} archives for ${ids.size} datasets`, ...strays];
    await setTimeout(100);
  }
}
