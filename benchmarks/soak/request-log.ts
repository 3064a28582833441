// Measures the request log at 10,000 requests per second: `npm run soak -- request-log [--seconds 60] [--rate 10000]`.
// It measures only the store, in this process. DATABASE_URL selects PostgreSQL; the CPU time of its connections is shown too
// if it runs on this machine.
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type RequestRecord, type Store, uuidV7 } from "@sinkove/api";
import { openPostgresStore } from "@sinkove/api/store/postgres";
import { openSqliteStore } from "@sinkove/api/store/sqlite";
import { cpuOfConnections, sizeOfTable } from "./server/postgres-cost.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    rate: { type: "string", default: "10000" },
  },
});
const [seconds, rate] = [Number(values.seconds), Number(values.rate)];

/** Rows per transaction, as in the API. */
const BATCH = 2000;
const START = Date.UTC(2026, 0);
const newId = (moment: number): string => uuidV7(moment, (bytes) => crypto.getRandomValues(bytes));

/** Accounts with a few keys each. */
const ACCOUNTS = Array.from({ length: 20 }, () => ({
  id: newId(START),
  keys: Array.from({ length: 10 }, () => newId(START)),
}));
const OPERATIONS = ["getDataset", "listDatasets", "listModels", "getMe", "createDataset"];

const pick = <T>(list: readonly T[]): T => {
  const picked = list[Math.floor(Math.random() * list.length)];
  if (picked === undefined) throw new TypeError("The list is empty.");
  return picked;
};

/** One request in fifty is refused, and one in a hundred thousand fails with a server error. */
function requestAt(createdAt: number): RequestRecord {
  const { id: accountId, keys } = pick(ACCOUNTS);
  const apiKeyId = pick(keys);
  const luck = Math.random();
  const success = { status: 200, statusClass: "2xx", code: null, reason: null };
  const refused = { status: 404, statusClass: "4xx", code: "DATASET_NOT_FOUND", reason: null };
  const failed = { status: 500, statusClass: "5xx", code: "INTERNAL_ERROR", reason: null };
  const outcome = luck < 0.00001 ? failed : luck < 0.02 ? refused : success;
  return {
    ...{ id: newId(createdAt), accountId, createdAt, method: "GET", path: "/v1/datasets" },
    ...{ actorType: "api_key", actorId: apiKeyId, apiKeyId, operationId: pick(OPERATIONS) },
    ...(outcome as Pick<RequestRecord, "status" | "statusClass" | "code" | "reason">), // typed wider
    ...{ address: "203.0.113.5", userAgent: "sinkove-python/0.1.0 (CPython 3.12)" },
    durationMs: Math.round(Math.random() * 1e6) / 1e3,
  };
}

let moment = START;

const { DATABASE_URL: url } = process.env;
const databaseCpu = async () => (url === undefined ? undefined : cpuOfConnections(url));

/** CPU time here and in PostgreSQL, and elapsed time, per request in microseconds; the longest transaction in milliseconds. */
async function write(store: Store, count: number, rows: number) {
  let [cpu, wall, longest] = [0, 0, 0];
  const databaseBefore = await databaseCpu();
  for (let written = 0; written < count; written += BATCH) {
    const batch = Array.from({ length: BATCH }, () => {
      moment += 1000 / rate;
      return requestAt(Math.floor(moment));
    });
    const [before, startedAt] = [process.cpuUsage(), performance.now()];
    await store.addRequests(batch, { before: 0, rows });
    const { user, system } = process.cpuUsage(before);
    const taken = performance.now() - startedAt;
    cpu += user + system;
    wall += taken;
    longest = Math.max(longest, taken);
  }
  const databaseAfter = await databaseCpu();
  const database =
    databaseBefore === undefined || databaseAfter === undefined
      ? undefined
      : (databaseAfter - databaseBefore) / count;
  return { cpu: cpu / count, wall: (1000 * wall) / count, longest, database };
}

/** The median time for a page of 100, in milliseconds. */
async function listing(store: Store, filter: object): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 21; round++) {
    const { id: accountId } = pick(ACCOUNTS);
    const startedAt = performance.now();
    await store.listRequests({ accountId, within: null, from: 0, ...filter }, { limit: 100 });
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[10] ?? Number.NaN;
}

/** Of the log on the disk, in bytes. */
async function size(): Promise<number> {
  if (url !== undefined) return sizeOfTable(url, "requestLog");
  const files = await readdir(folder);
  const sizes = await Promise.all(files.map((file) => stat(join(folder, file))));
  return sizes.reduce((sum, each) => sum + each.size, 0);
}

const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
const store =
  url === undefined
    ? await openSqliteStore({ file: join(folder, "log.db") })
    : await openPostgresStore({ url });
try {
  const count = seconds * rate;
  const tell = (what: string, cost: Awaited<ReturnType<typeof write>>) => {
    const { cpu, wall, longest, database } = cost;
    const there = database === undefined ? "" : `, ${database.toFixed(1)} µs in PostgreSQL`;
    console.log(
      `${what}: ${cpu.toFixed(1)} µs of CPU${there}, and ${wall.toFixed(1)} µs elapsed for each, ` +
        `the longest transaction ${longest.toFixed(0)} ms`,
    );
  };
  tell(`${count} requests written`, await write(store, count, 1_000_000));
  const bytes = await size();
  console.log(`${(bytes / 2 ** 20).toFixed(0)} MiB, ${(bytes / count).toFixed(0)} bytes for each`);
  const filters = {
    none: {},
    "an operation": { operationId: "getMe" },
    "a class": { statusClass: "4xx" },
    "a rare code": { code: "INTERNAL_ERROR" },
    "an operation that nobody called": { operationId: "getUsage" },
  };
  for (const [name, filter] of Object.entries(filters)) {
    console.log(`a page by ${name}: ${(await listing(store, filter)).toFixed(1)} ms`);
  }
  // With this limit, each added request removes another one, and a hundred more go with each batch.
  const kept = Math.floor(count / ACCOUNTS.length);
  const added = Math.max(BATCH, Math.floor(count / 6));
  tell(`${added} more, of which as many are deleted`, await write(store, added, kept));
  const after = await size();
  console.log(`${(after / 2 ** 20).toFixed(0)} MiB then`);
} finally {
  await store.close();
  await rm(folder, { recursive: true });
}
