import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createFolder, expectOneLine, type RunningServer, run, start } from "./server-process.ts";
import { canMount, mountSmallDisk } from "./small-disk.ts";

/** Creates keys until one is refused. */
async function makeKeysUntilRefused(server: RunningServer) {
  const acknowledged: string[] = [];
  for (;;) {
    const response = await makeKey(server, `${acknowledged.length}`);
    const body = await response.json();
    if (response.status !== 201) return { acknowledged, status: response.status, body };
    acknowledged.push(body.id);
  }
}

function makeKey(server: RunningServer, name: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${server.key}`, "Content-Type": "application/json" };
  const body = JSON.stringify({ name: `${name} ${"x".repeat(80)}` });
  return server.get("/v1/api-keys", { method: "POST", headers, body });
}

async function idsOf(server: RunningServer, key = server.key): Promise<string[]> {
  const ids: string[] = [];
  let next: string | undefined = "/v1/api-keys?limit=500";
  while (next !== undefined) {
    const response: Response = await server.get(next, {
      headers: { Authorization: `Bearer ${key}` },
    });
    const page: { id: string }[] = await response.json();
    ids.push(...page.map(({ id }) => id));
    next = /<[^>]*?(\/v1[^>]*)>; rel="next"/.exec(response.headers.get("Link") ?? "")?.[1];
  }
  return ids;
}

function integrityOf(file: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare("pragma integrity_check").get();
  database.close();
  return row?.integrity_check;
}

const VARIABLES = { SINKOVE_RATE_LIMIT: "1000000" };
const NEEDS = "(needs Linux, and a superuser who may mount)";

test.skipIf(!canMount)(
  `answers 503 while the disk is full, keeps what it acknowledged, and goes on when there is room ${NEEDS}`,
  async () => {
    const disk = mountSmallDisk();
    const SINKOVE_DATABASE = join(disk.folder, "sinkove.db");
    const server = await start(createFolder(), { ...VARIABLES, SINKOVE_DATABASE });
    const first = await idsOf(server);
    disk.fill();
    const { acknowledged, status, body } = await makeKeysUntilRefused(server);
    expect([status, body.code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
    expect(await idsOf(server)).toEqual([...acknowledged.toReversed(), ...first]);
    disk.makeRoom();
    expect((await makeKey(server, "with room")).status).toBe(201);
    expect((await idsOf(server)).slice(1)).toEqual([...acknowledged.toReversed(), ...first]);
    expect(await server.kill("SIGTERM")).toMatchObject({ code: 0 });
    expect(integrityOf(SINKOVE_DATABASE)).toBe("ok");
  },
);

test.skipIf(!canMount)(`says at its start that the disk is full ${NEEDS}`, async () => {
  const disk = mountSmallDisk();
  const variables = { SINKOVE_DATABASE: join(disk.folder, "sinkove.db") };
  disk.fill();
  expectOneLine(await run(createFolder(), [], variables), "cannot grow: the disk is full");
  disk.makeRoom();
  expect((await start(createFolder(), variables)).key).toMatch(/^sinkove_live_/);
});

test.skipIf(!canMount).each(["SIGTERM", "SIGKILL"] as const)(
  `says that the file system is read-only, also after %s, and starts once it can be written ${NEEDS}`,
  async (signal) => {
    const disk = mountSmallDisk();
    const variables = { SINKOVE_DATABASE: join(disk.folder, "sinkove.db") };
    const { key, kill } = await start(createFolder(), variables);
    await kill(signal);
    disk.makeReadOnly(true);
    expectOneLine(await run(createFolder(), [], variables), "folder must exist and be writable");
    disk.makeReadOnly(false);
    const again = await start(createFolder(), variables);
    expect(await idsOf(again, key)).toHaveLength(1);
  },
);

test.skipIf(process.platform === "win32")(
  "answers 503 where a file may not grow, and after its next start has all that it acknowledged",
  async () => {
    const folder = createFolder();
    const server = await start(folder, VARIABLES, { mostBlocks: 2000 });
    const first = await idsOf(server);
    const { acknowledged, status, body } = await makeKeysUntilRefused(server);
    expect([status, body.code]).toEqual([503, "SERVICE_UNAVAILABLE"]);
    await server.kill("SIGTERM");
    const again = await start(folder, VARIABLES);
    expect(await idsOf(again, server.key)).toEqual([...acknowledged.toReversed(), ...first]);
    expect(integrityOf(join(folder, "sinkove.db"))).toBe("ok");
  },
);
