import { setImmediate, setTimeout } from "node:timers/promises";
import { hold, run, type TemporaryPostgres } from "@sinkove/temporary-postgres";
import { expect, test } from "vitest";
import { openPostgres } from "./postgres.ts";
import { createFolder, type RunningServer, start } from "./server-process.ts";
import { startSilentProxy } from "./silent-proxy.ts";
import { startWriters } from "./writers.ts";

const VARIABLES = { SINKOVE_WORKERS: "0", SINKOVE_RATE_LIMIT: "1000000" };

/** Servers on one database, each with its own application name in PostgreSQL. */
async function startServers(
  { url }: Pick<TemporaryPostgres, "url">,
  names: readonly string[],
): Promise<{ servers: RunningServer[]; key: string; modelId: string }> {
  const folder = createFolder();
  const servers: RunningServer[] = [];
  for (const name of names) {
    const DATABASE_URL = `${url}?application_name=${name}`;
    servers.push(await start(folder, { ...VARIABLES, DATABASE_URL }));
  }
  const key = servers[0]?.key ?? "";
  const headers = { Authorization: `Bearer ${key}` };
  const models = await servers[0]?.get("/v1/models", { headers });
  const [{ id }] = await (models?.json() ?? []);
  return { servers, key, modelId: id };
}

function orderOf(key: string, modelId: string): RequestInit {
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  const body = JSON.stringify({ modelId, numSamples: 1, args: { prompt: "normal" } });
  return { method: "POST", headers, body };
}

/** Polls until the response is as wanted. @returns how long that took, in milliseconds */
async function until(isWanted: () => Promise<boolean>): Promise<number> {
  const startedAt = performance.now();
  while (!(await isWanted())) await setImmediate();
  return performance.now() - startedAt;
}

test("answers a write whose connection is terminated with 503, and lives", async () => {
  const postgres = await openPostgres();
  const { servers, key, modelId } = await startServers(postgres, ["one"]);
  const [server] = servers;
  const lock = await hold(postgres.url, "select * from organizations for update");
  const answer = server?.get("/v1/datasets", orderOf(key, modelId));
  const waiting = "application_name = 'one' and wait_event_type = 'Lock'";
  const terminate = `select pg_terminate_backend(pid) from pg_stat_activity where ${waiting}`;
  await until(async () => (await run(postgres.url, terminate)).length > 0);
  const response = await answer;
  expect(response?.headers.get("Retry-After")).toBe("5");
  expect(await response?.json()).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
  await lock.release();
  expect((await server?.get("/v1/datasets", orderOf(key, modelId)))?.status).toBe(201);
  expect((await server?.kill("SIGTERM"))?.code).toBe(0);
});

test("answers a write that waits for too long with 503, and leaves connections to reads", async () => {
  const postgres = await openPostgres();
  const { servers, key, modelId } = await startServers(postgres, ["one"]);
  const [server] = servers;
  const lock = await hold(postgres.url, "select * from organizations for update");
  const writes = Array.from({ length: 20 }, () =>
    server?.get("/v1/datasets", orderOf(key, modelId)),
  );
  for (let round = 0; round < 5; round++) {
    expect((await server?.get("/v1/models"))?.status).toBe(200);
  }
  const statuses = await Promise.all(writes.map(async (write) => (await write)?.status));
  expect(new Set(statuses)).toEqual(new Set([503]));
  await lock.release();
  expect((await server?.get("/v1/datasets", orderOf(key, modelId)))?.status).toBe(201);
});

test("two servers survive a restart of the database under load, and neither lose nor duplicate anything", async () => {
  const postgres = await openPostgres();
  const { servers, key, modelId } = await startServers(postgres, ["one", "two"]);
  const writers = startWriters(servers, { key, modelId, count: 12 });
  await until(async () => writers.written.made.size > 50);
  await postgres.stop();
  await until(async () => (writers.written.statuses.get(503) ?? 0) > 10);
  await postgres.start();
  const away = await until(async () => {
    const answers = await Promise.all(servers.map((server) => server.get("/readyz")));
    return answers.every(({ status }) => status === 200);
  });
  const before = writers.written.made.size;
  await until(async () => writers.written.made.size > before + 50);
  const { made, strange, statuses } = await writers.stop();
  expect(away).toBeLessThan(2000);
  expect(strange).toEqual([]);
  expect(statuses.get(0)).toBeUndefined();
  const rows = await run(postgres.url, "select id from datasets");
  expect(rows.map(({ id }) => id).sort()).toEqual([...made.values()].sort());
  const [organization] = await run(postgres.url, "select credits from organizations");
  expect(Number(organization?.credits)).toBe(100_000 - made.size);
  for (const server of servers) expect((await server.kill("SIGTERM")).code).toBe(0);
}, 60_000);

test("a frozen server that holds rows does not block another's reads, and its writes only briefly", async () => {
  const postgres = await openPostgres();
  const { servers, key, modelId } = await startServers(postgres, ["frozen", "living"]);
  const [frozen, living] = servers as [RunningServer, RunningServer];
  // Its database is its own, so it shows what other work on this machine does to reads.
  const control = await start(createFolder(), VARIABLES);
  const both = [
    startWriters([frozen], { key, modelId, count: 12 }),
    startWriters([living], { key, modelId, count: 12 }),
  ];
  const [, writing] = both as [unknown, (typeof both)[number]];
  await until(async () => both.every(({ written }) => written.made.size > 50));
  const [before = []] = await readTimes([{ ...living, key }]);
  const holding = `select 1 from pg_stat_activity
    where application_name = 'frozen' and state = 'idle in transaction' and xact_start < now() - interval '200 ms'`;
  // Repeat until the fault hits an open transaction.
  for (;;) {
    process.kill(frozen.pid ?? 0, "SIGSTOP");
    await setTimeout(250);
    if ((await run(postgres.url, holding)).length > 0) break;
    process.kill(frozen.pid ?? 0, "SIGCONT");
    await setTimeout(7);
  }
  const made = writing.written.made.size;
  const wait = until(async () => writing.written.made.size > made + 24);
  const [during = [], meanwhile = []] = await readTimes([{ ...living, key }, control]);
  const usual = Math.max(percentile(before, 0.99), percentile(meanwhile, 0.99));
  expect(percentile(during, 0.99) / usual).toBeLessThan(2);
  expect(await wait).toBeLessThan(6000);
  process.kill(frozen.pid ?? 0, "SIGCONT");
  const [one, other] = await Promise.all(both.map(({ stop }) => stop()));
  expect([one?.strange, other?.strange]).toEqual([[], []]);
  expect(percentile(before, 0.99)).toBeGreaterThan(0);
}, 60_000);

/** Reads from each server in turn, 300 times. @returns how long each read of each server took, in milliseconds */
async function readTimes(
  servers: readonly Pick<RunningServer, "url" | "key">[],
): Promise<number[][]> {
  const times = servers.map((): number[] => []);
  for (let round = 0; round < 300; round++) {
    for (const [index, { url, key }] of servers.entries()) {
      const startedAt = performance.now();
      const headers = { Authorization: `Bearer ${key}` };
      const response = await fetch(`${url}/v1/models`, { headers });
      expect(response.status).toBe(200);
      await response.arrayBuffer();
      times[index]?.push(performance.now() - startedAt);
    }
  }
  return times;
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}

test("replaces connections that are lost silently, all of them at once", async () => {
  const postgres = await openPostgres();
  const proxy = await startSilentProxy(postgres.url);
  const { servers, key, modelId } = await startServers({ url: proxy.url }, ["one"]);
  const [server] = servers as [RunningServer];
  // Enough connections to lose some.
  const orders = Array.from({ length: 10 }, () =>
    server.get("/v1/datasets", orderOf(key, modelId)),
  );
  await Promise.all([...orders, ...Array.from({ length: 10 }, () => server.get("/v1/models"))]);
  proxy.loseConnections();
  const away = await until(async () => {
    const read = await server.get("/v1/models");
    const write = await server.get("/v1/datasets", orderOf(key, modelId));
    return read.status === 200 && write.status === 201;
  });
  expect(away).toBeLessThan(10_000);
}, 60_000);

test("says that a write whose commit got no response may have succeeded, and a retry does not repeat it", async () => {
  const postgres = await openPostgres();
  const proxy = await startSilentProxy(postgres.url);
  const { servers, key, modelId } = await startServers({ url: proxy.url }, ["one"]);
  const [server] = servers as [RunningServer];
  const order = orderOf(key, modelId);
  const init = { ...order, headers: { ...order.headers, "Idempotency-Key": "once" } };
  proxy.breakCommitAfter('insert into "datasets"');
  const lost = await server.get("/v1/datasets", init);
  expect(lost.headers.get("Retry-After")).toBe("5");
  const problem = await lost.json();
  expect(problem).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
  expect(problem.detail).toContain("may have taken effect");
  const count = "select count(*)::integer as made from datasets";
  await until(async () => (await run(postgres.url, count))[0]?.made === 1);
  const again = await server.get("/v1/datasets", init);
  expect([again.status, again.headers.get("Idempotent-Replayed")]).toEqual([201, "true"]);
  expect(await run(postgres.url, count)).toEqual([{ made: 1 }]);
});

test("keeps running when a newer server has added a column to a table", async () => {
  const postgres = await openPostgres();
  const { servers, key, modelId } = await startServers(postgres, ["one"]);
  const [server] = servers as [RunningServer];
  const read = async () => (await server.get("/v1/models")).status;
  const write = async () => (await server.get("/v1/datasets", orderOf(key, modelId))).status;
  for (let round = 0; round < 5; round++) expect([await read(), await write()]).toEqual([200, 201]);
  for (const table of ["apiKeys", "models", "accounts", "datasets"])
    await run(postgres.url, `alter table "${table}" add column "later" text`);
  for (let round = 0; round < 5; round++) expect([await read(), await write()]).toEqual([200, 201]);
});

test("stops within its time-out while the database is silent", async () => {
  const postgres = await openPostgres();
  const proxy = await startSilentProxy(postgres.url);
  const variables = { ...VARIABLES, DATABASE_URL: proxy.url, SINKOVE_SHUTDOWN_TIMEOUT: "1" };
  const server = await start(createFolder(), variables);
  await server.get("/v1/models");
  proxy.loseAll();
  const hanging = server.get("/v1/models").catch(() => undefined);
  await server.get("/healthz");
  const startedAt = performance.now();
  const { code, stdout } = await server.kill("SIGTERM");
  expect(performance.now() - startedAt).toBeLessThan(2000);
  expect(code).toBe(0);
  expect(stdout).toContain("cut off");
  await hanging;
}, 30_000);
