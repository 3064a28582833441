import { expect, test } from "vitest";
import { startPostgres } from "./postgres.ts";
import { createFolder, run, start } from "./server-process.ts";

test("two servers start on one empty PostgreSQL at once, make one key, and share what becomes of it", async () => {
  const variables = { DATABASE_URL: await startPostgres() };
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
  expect((await run(folder, ["keys", "revoke", id], variables)).code).toBe(0);
  expect(await me()).toEqual([401, 401]);
  for (const server of servers) {
    const { code, stdout: log } = await server.kill("SIGTERM");
    expect(code).toBe(0);
    expect(log).not.toContain("canary");
  }
});

test("says that PostgreSQL refuses the password, and that a database is missing", async () => {
  const url = new URL(await startPostgres());
  url.pathname = "/nowhere";
  const missing = await run(createFolder(), [], { DATABASE_URL: url.href });
  expect(missing.stderr).toContain("has no database of that name");
  url.password = "wrong";
  const refused = await run(createFolder(), [], { DATABASE_URL: url.href });
  expect(refused.stderr).toContain("refuses the user or the password");
  expect([missing.code, refused.code]).toEqual([1, 1]);
});
