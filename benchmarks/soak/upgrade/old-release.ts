import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { startProgram } from "../server/program.ts";
import { ACCOUNT, KEY, MODEL, ORGANIZATION } from "./fill.ts";

/** The activity during an upgrade: a server of the old release on the same PostgreSQL, or its statements. */
export interface OldRelease {
  /** Sends a request. @returns whether it was rejected temporarily */
  readonly read: () => Promise<boolean>;
  /** Creates a dataset. @returns whether it was rejected temporarily */
  readonly write: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

/** Starts the server of a built checkout of the old release. */
export async function startOldServer(
  checkout: string,
  place: { readonly folder: string; readonly url: string },
): Promise<OldRelease> {
  const variables = {
    DATABASE_URL: place.url,
    SINKOVE_ENVIRONMENT: "test",
    SINKOVE_WORKERS: "0",
    SINKOVE_RATE_LIMIT: "1000000",
  };
  const server = await startProgram({ folder: place.folder, variables, checkout });
  const call = async (path: string, body?: object): Promise<boolean> => {
    const headers = { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" };
    const init = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
    const response = await fetch(`${server.url}/v1${path}`, init);
    const text = await response.text();
    if (response.ok || response.status === 503) return response.status === 503;
    throw new Error(`The old server answered ${path} with ${response.status}: ${text}`);
  };
  const order = {
    ...{ modelId: MODEL, organizationId: ORGANIZATION, numSamples: 1 },
    args: { prompt: "cardiomegaly" },
  };
  return {
    read: () => call("/me"),
    write: () => call("/datasets", order),
    stop: async () => void (await server.stop()),
  };
}

/** Runs the statements of release 0.1.0 for a request and for the creation of a dataset, with its timeouts. */
export async function runOldStatements(url: string): Promise<OldRelease> {
  const settings = { connectionString: url, statement_timeout: 4000, lock_timeout: 2000 };
  const pool = new pg.Pool({ ...settings, max: 2 });
  const transact = async (statements: readonly (readonly [string, unknown[]])[]) => {
    const client = await pool.connect();
    try {
      await client.query("begin");
      for (const [text, values] of statements) await client.query(text, values);
      await client.query("commit");
      return false;
    } catch (error) {
      await client.query("rollback");
      if (isTimeout(error)) return true;
      throw error;
    } finally {
      client.release();
    }
  };
  return {
    read: () =>
      transact([
        [`select * from "apiKeys" where id = (select max(id) from "apiKeys")`, []],
        ["select * from accounts where id = $1", [ACCOUNT]],
        [
          `select organizations.* from organizations join memberships on id = "organizationId" where "accountId" = $1`,
          [ACCOUNT],
        ],
        [
          `select * from datasets where "organizationId" = $1 order by "createdAt" desc limit 20`,
          [ORGANIZATION],
        ],
      ]),
    write: () =>
      transact([
        [
          "update organizations set credits = credits - 1 where id = $1 and credits >= 1",
          [ORGANIZATION],
        ],
        [
          `insert into datasets (id, "metadataId", "modelId", "organizationId", "ownerId", "numSamples", args, "createdAt",
             refunded, size, attempts, errors, "samplesDone") values ($1, $2, $3, $4, $5, 1, '{"prompt":"Normal chest film"}', $6, 0, 0, 0, 0, 0)`,
          [randomUUID(), randomUUID(), MODEL, ORGANIZATION, ACCOUNT, Date.now()],
        ],
        [
          `insert into usage values ($1, 'one', $2, 'createDataset', '2xx', 1)
             on conflict ("apiKeyId", hour, "operationId", "statusClass")
             do update set requests = usage.requests + excluded.requests`,
          [ACCOUNT, 0],
        ],
      ]),
    stop: () => pool.end(),
  };
}

/** Whether the error is `lock_not_available` or `query_canceled`, for which the old server responds with 503. */
function isTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ["55P03", "57014"].includes(error.code ?? "");
}

/** The results of the old release's requests. Times are in milliseconds. */
export interface Traffic {
  readonly reads: number;
  readonly writes: number;
  readonly longestRead: number;
  readonly longestWrite: number;
  /** The number of requests that were rejected temporarily. */
  readonly refused: number;
}

const PAUSE = 2;

/** Reads and writes one after another, on two connections, until it is stopped. */
export function keepBusy({ read, write }: OldRelease): { readonly stop: () => Promise<Traffic> } {
  let isOver = false;
  let refused = 0;
  const repeat = async (request: () => Promise<boolean>) => {
    let [count, longest] = [0, 0];
    while (!isOver) {
      const start = performance.now();
      if (await request()) refused += 1;
      longest = Math.max(longest, performance.now() - start);
      count += 1;
      await setTimeout(PAUSE);
    }
    return { count, longest };
  };
  const all = Promise.all([repeat(read), repeat(write)]);
  all.catch(() => {
    isOver = true;
  });
  return {
    async stop() {
      isOver = true;
      const [reads, writes] = await all;
      return {
        ...{ reads: reads.count, longestRead: reads.longest },
        ...{ writes: writes.count, longestWrite: writes.longest, refused },
      };
    },
  };
}
