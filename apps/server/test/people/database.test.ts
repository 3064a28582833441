import { expect, test } from "vitest";
import { openAuthDatabase } from "../../src/people/auth-database.ts";
import { migrateBetterAuth } from "../../src/people/better-auth.ts";
import { migrateAuth } from "../../src/people/migrate.ts";
import { openPostgres } from "../postgres.ts";
import { createFolder, run, start } from "../server-process.ts";
import { createBrowser } from "./browser.ts";
import { DATABASES, emptyDatabase, startPeople } from "./people-server.ts";
import { ADA, outcomeOf, signIn, signUp } from "./person.ts";

test.each(DATABASES)(
  "another version of better-auth migrates %s, and keeps what is there",
  async (kind) => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const database = await openAuthDatabase(server.location);
    let runs = 0;
    const migrate = () =>
      migrateAuth(server.location, async (opened) => {
        runs += 1;
        await migrateBetterAuth({ database: opened });
      });
    await migrate();
    expect(runs).toBe(0);
    await database.kysely.updateTable("auth_migrations").set({ name: "better-auth@0" }).execute();
    await migrate();
    expect(runs).toBe(1);
    await database.close();
    await signIn(server);
  },
);

test("several servers migrate one PostgreSQL at once, one after the other", async () => {
  const location = await emptyDatabase("postgres");
  let [running, most, runs] = [0, 0, 0];
  const migrations = Array.from({ length: 4 }, () =>
    migrateAuth(location, async (database) => {
      running += 1;
      runs += 1;
      most = Math.max(most, running);
      await migrateBetterAuth({ database });
      running -= 1;
    }),
  );
  await Promise.all(migrations);
  expect([runs, most]).toEqual([1, 1]);
});

test("signing in answers 503 while PostgreSQL is away, and goes on when it is back", async () => {
  const postgres = await openPostgres();
  const location = { kind: "postgres", url: postgres.url, connections: 4, timeout: 4000 } as const;
  const server = await startPeople(location);
  await signUp(server);
  const browser = await signIn(server);
  await postgres.stop();
  const { email, password } = ADA;
  for (const attempt of [
    () => browser.get("/auth/profile"),
    () => browser.post("/auth/sign-in/email", { email, password }),
    () => browser.post("/auth/sign-out"),
  ]) {
    const response = await attempt();
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await outcomeOf(response)).toEqual({ status: 503, code: "SERVICE_UNAVAILABLE" });
  }
  expect((await browser.get("/v1/me")).status).toBe(503);
  await postgres.start();
  expect((await browser.get("/v1/me")).status).toBe(200);
  await signIn(server);
});

test("neither the commands for keys nor a worker load better-auth, and a second start does not either", async () => {
  const folder = createFolder();
  await (await start(folder)).kill("SIGTERM");
  // Node lists the loaded modules.
  const variables = { NODE_DEBUG: "esm" };
  const loaded = await run(folder, ["keys", "list"], variables);
  expect(loaded.code).toBe(0);
  expect(loaded.stderr).toContain("commands/keys.js");
  expect(loaded.stderr).not.toContain("better-auth/dist");
  const server = await start(folder, variables);
  expect(server.output().stderr).not.toContain("better-auth/dist");
  await createBrowser(server.url).get("/auth/options");
  expect(server.output().stderr).not.toContain("better-auth/dist");
});
