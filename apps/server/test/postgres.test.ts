import { expect, test } from "vitest";
import { emptyPostgres, openPostgres } from "./postgres.ts";
import { createFolder, run, start } from "./server-process.ts";

test("two servers start on one empty PostgreSQL at once, create one key, and share its changes", async () => {
  const variables = { DATABASE_URL: await emptyPostgres() };
  const folder = createFolder();
  const servers = await Promise.all([start(folder, variables), start(folder, variables)]);
  const keys = servers.flatMap(({ key }) => key ?? []);
  expect(keys).toHaveLength(1);

  const init = { headers: { Authorization: `Bearer ${keys[0]}` } };
  const me = () =>
    Promise.all(servers.map(async (server) => (await server.get("/v1/me", init)).status));
  expect(await me()).toEqual([200, 200]);
  for (const server of servers) expect((await server.get("/readyz")).status).toBe(200);

  const { stdout } = await run(folder, ["keys", "list"], variables);
  const [id = ""] = stdout.split("\t");
  expect((await run(folder, ["keys", "revoke", id, "--yes"], variables)).code).toBe(0);
  expect(await me()).toEqual([401, 401]);
  for (const server of servers) {
    const { code, stdout: log } = await server.kill("SIGTERM");
    expect(code).toBe(0);
    expect(log).not.toContain("canary");
  }
});

test("says that PostgreSQL refuses the password, and that a database is missing", async () => {
  const url = new URL((await openPostgres()).url);
  url.pathname = "/nowhere";
  const missing = await run(createFolder(), [], { DATABASE_URL: url.href });
  expect(missing.stderr).toContain("has no database of that name");
  url.password = "wrong";
  const refused = await run(createFolder(), [], { DATABASE_URL: url.href });
  expect(refused.stderr).toContain("refuses the user or the password");
  expect([missing.code, refused.code]).toEqual([1, 1]);
});

test("answers 503 while PostgreSQL is away, and recovers when it is back", async () => {
  const postgres = await openPostgres();
  const server = await start(createFolder(), { DATABASE_URL: postgres.url });
  const post = () => {
    const headers = { Authorization: `Bearer ${server.key}`, "Content-Type": "application/json" };
    const body = JSON.stringify({ name: "made" });
    return server.get("/v1/api-keys", { method: "POST", headers, body });
  };
  const statuses = () =>
    Promise.all(
      [server.get("/v1/me"), post(), server.get("/healthz")].map(
        async (response) => (await response).status,
      ),
    );
  // The server checks the database once a second.
  const readiness = () => expect.poll(async () => (await server.get("/readyz")).status);
  expect(await statuses()).toEqual([200, 201, 200]);
  await readiness().toBe(200);

  await postgres.stop();
  for (const response of [await server.get("/v1/me"), await post()]) {
    expect(response.headers.get("Retry-After")).toBe("5");
    expect(await response.json()).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
  }
  expect(await statuses()).toEqual([503, 503, 200]);
  await readiness().toBe(503);

  await postgres.start();
  expect(await statuses()).toEqual([200, 201, 200]);
  await readiness().toBe(200);
  expect(await (await server.get("/v1/api-keys")).json()).toHaveLength(3);
  const { code, stdout } = await server.kill("SIGTERM");
  expect(code).toBe(0);
  expect(stdout).not.toContain("canary");
});
