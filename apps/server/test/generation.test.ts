import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyPostgres } from "./postgres.ts";
import {
  createFolder,
  type RunningServer,
  run,
  start as startServer,
  startWorker,
} from "./server-process.ts";

const MODEL_ID = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";
const ARCHIVES = "sinkove.db.archives";

/** Starts a server without rate limits. */
const start = (folder: string, variables: Record<string, string> = {}) =>
  startServer(folder, { SINKOVE_RATE_LIMIT: "1000000", ...variables });

/** Calls a server with a key. After a restart, this is the key of the first start. */
function clientOf(server: RunningServer, key = server.key) {
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}/v1${path}`, { ...init, headers });
  const metadataOf = async (id: string) => (await (await call(`/datasets/${id}`)).json()).metadata;
  return {
    call,
    metadataOf,
    async create(numSamples: number, prompt = "Severe cardiomegaly"): Promise<string> {
      const body = JSON.stringify({ modelId: MODEL_ID, numSamples, args: { prompt } });
      return (await (await call("/datasets", { method: "POST", body })).json()).id;
    },
    /** Polls until the dataset is in one of the states. */
    async until(id: string, ...states: string[]) {
      for (;;) {
        const metadata = await metadataOf(id);
        if (states.includes(metadata.state)) return metadata;
        if (metadata.state === "FAILED") throw new Error(`${id} failed: ${metadata.failureReason}`);
      }
    },
    /** Polls until a worker has started the dataset and finished a part of it. */
    async untilBegun(id: string) {
      while ((await metadataOf(id)).progress === 0);
    },
    async downloadUrl(id: string): Promise<string> {
      return (await (await call(`/datasets/${id}/urls/download`)).json()).URL;
    },
  };
}

test("makes what was asked for, and removes it when its dataset is deleted", async () => {
  const folder = createFolder();
  const server = await start(folder);
  const { call, create, until, downloadUrl } = clientOf(server);
  const id = await create(2);
  const { size, progress } = await until(id, "READY");
  const file = Buffer.from(await (await fetch(await downloadUrl(id))).arrayBuffer());
  expect([file.length, progress]).toEqual([size, 100]);
  expect(file.toString("latin1")).toContain("images/00002.png");
  await call(`/datasets/${id}`, { method: "DELETE" });
  while (readdirSync(join(folder, ARCHIVES)).length > 0) await server.get("/healthz");
});

test("fails a dataset that cannot be drawn, with the reason, and refunds the credits", async () => {
  const { call, create, until } = clientOf(await start(createFolder()));
  const { state, failureReason } = await until(await create(7, "MRI of the brain"), "FAILED");
  expect([state, failureReason]).toEqual(["FAILED", expect.stringContaining("chest films")]);
  const [organization] = await (await call("/organizations")).json();
  expect(organization.credits).toBe(100_000);
});

test("gives a dataset back when it is stopped, and leaves no part of it", async () => {
  const folder = createFolder();
  const first = await start(folder);
  const client = clientOf(first);
  const id = await client.create(50);
  await client.untilBegun(id);
  expect(await first.kill("SIGTERM")).toMatchObject({ code: 0 });
  expect(readdirSync(join(folder, ARCHIVES))).toEqual([]);
  const second = clientOf(await start(folder, { SINKOVE_LEASE: "3600" }), first.key);
  await second.untilBegun(id);
  await second.call(`/datasets/${id}`, { method: "DELETE" });
  while (readdirSync(join(folder, ARCHIVES)).length > 0) await second.metadataOf(id);
});

// On a busy machine, creating a PostgreSQL database can take most of a minute.
test("makes nothing with SINKOVE_WORKERS=0, and leaves it to workers beside it", {
  timeout: 180_000,
}, async () => {
  const variables = { DATABASE_URL: await emptyPostgres() };
  const folder = createFolder();
  const server = await start(folder, { ...variables, SINKOVE_WORKERS: "0" });
  const { create, until, metadataOf, downloadUrl } = clientOf(server);
  const id = await create(1);
  expect((await metadataOf(id)).state).toBe("PENDING");
  const worker = await startWorker(folder, variables);
  await until(id, "READY");
  expect((await fetch(await downloadUrl(id))).status).toBe(200);
  expect(await worker.kill("SIGTERM")).toMatchObject({ code: 0, stderr: "" });
  const idle = await run(folder, ["worker"], { ...variables, SINKOVE_WORKERS: "0" });
  expect(idle).toMatchObject({ code: 1, stderr: expect.stringContaining("SINKOVE_WORKERS is 0") });
});

test("reports its progress, and responds to others in the meantime", async () => {
  const server = await start(createFolder());
  const { call, create, metadataOf, untilBegun } = clientOf(server);
  const id = await create(100);
  await untilBegun(id);
  const { state, progress } = await metadataOf(id);
  expect([state, progress > 0 && progress < 100]).toEqual(["STARTED", true]);
  expect((await call("/me")).status).toBe(200);
});

test.runIf(existsSync("/proc/self/fd"))(
  "lets go of a file when its reader is gone, or has asked for nothing but its size",
  async () => {
    const server = await start(createFolder());
    const { create, until, downloadUrl } = clientOf(server);
    const id = await create(60);
    const { size } = await until(id, "READY");
    const url = await downloadUrl(id);
    const openFiles = () =>
      readdirSync(`/proc/${server.pid}/fd`).filter((fd) => {
        const link = `/proc/${server.pid}/fd/${fd}`;
        return existsSync(link) && readlinkSync(link).endsWith(".zip");
      }).length;

    const head = await fetch(url, { method: "HEAD" });
    expect(head.headers.get("Content-Length")).toBe(`${size}`);
    expect(openFiles()).toBe(0);

    const readers = await Promise.all(Array.from({ length: 5 }, () => startReading(url)));
    expect(openFiles()).toBe(5);
    for (const reader of readers) reader.destroy();
    while (openFiles() > 0) await server.get("/healthz");
  },
);

/** A client that reads the headers, but not the body. */
function startReading(url: string): Promise<{ destroy: () => void }> {
  return new Promise((resolve, reject) => {
    const client = request(url, (response) => resolve({ destroy: () => response.destroy() }));
    client.on("error", reject).end();
  });
}
