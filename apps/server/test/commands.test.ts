import { describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { emptyPostgres } from "./postgres.ts";
import {
  createFolder,
  expectOneLine,
  type RunningServer,
  run,
  start,
  startWorker,
} from "./server-process.ts";

const databases: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {
  SQLite: async () => ({}),
  // A busy machine may let a transaction wait for longer than the default.
  PostgreSQL: async () => ({
    DATABASE_URL: await emptyPostgres(),
    SINKOVE_DATABASE_TIMEOUT: "60",
  }),
};

/** A server and the commands beside it. */
interface Site {
  readonly folder: string;
  readonly server: RunningServer;
  /** Runs a command that succeeds. @returns what it wrote to standard output */
  readonly command: (...words: string[]) => Promise<string>;
  /** The same with `--json`. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read fields that the contract describes
  readonly json: (...words: string[]) => Promise<any>;
  /** The status of a request with a key. */
  readonly statusWith: (key: string, path?: string) => Promise<number>;
}

async function open(variables: Readonly<Record<string, string>>): Promise<Site> {
  const folder = createFolder();
  const server = await start(folder, { ...variables, SINKOVE_WORKERS: "0" });
  const command = async (...words: string[]): Promise<string> => {
    const { code, stdout, stderr } = await run(folder, words, variables);
    if (code !== 0) throw new Error(stderr);
    return stdout;
  };
  return {
    folder,
    server,
    command,
    json: async (...words) => JSON.parse(await command(...words, "--json")),
    async statusWith(key, path = "/v1/datasets") {
      return (await server.get(path, { headers: { Authorization: `Bearer ${key}` } })).status;
    },
  };
}

describe.each(Object.entries(databases))("on %s", (_, variablesOf) => {
  test("keys are changed, disabled, enabled, rotated and revoked beside the server", {
    timeout: 240_000,
  }, async () => {
    const { json, statusWith } = await open(await variablesOf());
    const { id, secret } = await json("keys", "create", "--name", "ci");
    expect(await statusWith(secret)).toBe(200);
    const limits = ["--scopes", "models:read", "--expires", "90d", "--rate-limit", "7"];
    const changed = await json("keys", "update", id, "--name", "cd", ...limits);
    expect(changed).toMatchObject({
      name: "cd",
      scopes: ["models:read"],
      rateLimit: { limit: 7, windowSeconds: 60 },
    });
    expect(await statusWith(secret)).toBe(403);
    await json("keys", "disable", id);
    expect(await statusWith(secret, "/v1/models")).toBe(401);
    await json("keys", "enable", id);
    expect(await statusWith(secret, "/v1/models")).toBe(200);
    const successor = await json("keys", "rotate", id, "--grace", "0s");
    expect(await statusWith(secret, "/v1/models")).toBe(401);
    expect(await statusWith(successor.secret, "/v1/models")).toBe(200);
    await json("keys", "revoke", successor.id, "--yes");
    expect(await statusWith(successor.secret, "/v1/models")).toBe(401);

    const events = await json("keys", "events", id);
    expect(events.map(({ type }: { readonly type: string }) => type)).toContain("created");
    for (const event of events)
      expect(event).toMatchObject({ actor: null, actorApiKeyId: null, requestId: null });
  });

  test("a failed dataset is made again, and organizations are created and deleted", {
    timeout: 240_000,
  }, async () => {
    const variables = await variablesOf();
    const { folder, server, json, command } = await open(variables);
    const [model] = await (await server.get("/v1/models")).json();
    const body = JSON.stringify({
      modelId: model.id,
      numSamples: 2,
      args: { prompt: "MRI of the brain" },
    });
    const headers = { Authorization: `Bearer ${server.key}`, "Content-Type": "application/json" };
    await server.get("/v1/datasets", { method: "POST", headers, body });
    expect(await json("datasets", "queue")).toMatchObject({ queued: 1, running: 0 });
    const [{ id: datasetId }] = await json("datasets", "list", "--state", "PENDING");
    await expect(command("datasets", "retry", datasetId)).rejects.toThrow("has not failed");
    const worker = await startWorker(folder, { ...variables, SINKOVE_WORKERS: "1" });
    await expect
      .poll(() => json("datasets", "list", "--state", "FAILED"), { timeout: 60_000 })
      .toHaveLength(1);
    await worker.kill("SIGTERM");
    await command("datasets", "retry", datasetId);
    expect(await json("datasets", "queue")).toMatchObject({ queued: 1, running: 0 });

    const [own] = await json("organizations", "list");
    expect(own.credits).toBe(99_998);
    const { id } = await json("organizations", "create", "Radiology");
    await command("organizations", "rename", id, "Cardiology");
    expect(await command("organizations", "list")).toContain("\tCardiology\t0 credits\n");
    await command("organizations", "delete", id, "--yes");
    expect(await json("organizations", "list")).toHaveLength(1);
  });

  test("credits are given and taken with a reason, and a limit is changed, of any account", {
    timeout: 240_000,
  }, async () => {
    const variables = await variablesOf();
    const { folder, server, json, command } = await open(variables);
    const [{ id }] = await json("organizations", "list");
    const fails = async (words: readonly string[], text: string) =>
      expectOneLine(await run(folder, words, variables), text);
    const given = await json("credits", "give", id.toUpperCase(), "500", "--reason", "First year");
    expect(given).toMatchObject({ kind: "grant", amount: 500, reason: "First year", actor: null });
    await fails(["credits", "take", id, "20", "--reason", "x"], "Add --yes to confirm.");
    await command("credits", "take", id, "20", "--reason", "Given twice", "--yes");
    const listed = await command("credits", "list", id, "--limit", "2");
    expect(listed).toMatch(/^\S+\tgrant\t-20\tGiven twice\t\n\S+\tgrant\t\+500\tFirst year\t\n$/);
    const path = `/v1/organizations/${id}/credit-entries`;
    const headers = { Authorization: `Bearer ${server.key}` };
    const shown = await (await server.get(path, { headers })).json();
    expect(await json("credits", "list", id)).toEqual(shown);
    const [{ credits }] = await json("organizations", "list");
    expect(credits).toBe(100_480);
    expect(shown.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0)).toBe(
      credits,
    );
    await fails(["credits", "give", id, "5"], "--reason is missing");
    for (const amount of ["0", "1.5", "1e3", "1000000001", "ten"])
      await fails(["credits", "give", id, amount, "--reason", "x"], "AMOUNT must be a whole");
    const much = ["credits", "take", id, "100481", "--yes", "--reason", "x"];
    await fails(much, "fewer credits");
    const nobody = "00000000-0000-7000-8000-000000000009";
    await fails(["credits", "give", nobody, "5", "--reason", "x"], "no organization with this id");
    await fails(["credits", "list", nobody], "no organization with this id");

    const { account } = await (await server.get("/v1/me", { headers })).json();
    const found = await json("accounts", "show", account.id);
    expect(found.account.rateLimit).toEqual(account.rateLimit);
    expect(found.organizations).toMatchObject([{ id, credits, role: "owner" }]);
    await command("accounts", "limit", account.id, "7");
    expect(await command("accounts", "show", account.id)).toContain(
      "\nlimit\t7 requests in 60 s\n",
    );
    const limited = await server.get("/v1/me", { headers });
    expect(limited.headers.get("X-RateLimit-Limit")).toBe("7");
    await command("people", "suspend", account.id);
    expect((await server.get("/v1/me", { headers })).status).toBe(401);
    expect(await command("accounts", "show", account.id)).toContain("\nsuspended\tsince ");
    await command("people", "restore", account.id);
    expect((await server.get("/v1/me", { headers })).status).toBe(200);
    for (const word of ["suspend", "restore"])
      await fails(["people", word, nobody], "no person with this id");
    await fails(["accounts", "limit", account.id, "0"], "REQUESTS must be a whole number");
    await fails(["accounts", "limit", nobody, "7"], "no account with this id");
  });

  test("keys have the limits of the service, as in the API", { timeout: 240_000 }, async () => {
    const variables = { ...(await variablesOf()), SINKOVE_API_KEY_LIMIT: "2" };
    const { folder, server, json } = await open(variables);
    const headers = { Authorization: `Bearer ${server.key}` };
    const { account } = await (await server.get("/v1/me", { headers })).json();
    const { id, rateLimit } = await json("keys", "create", "--name", "ci");
    expect(rateLimit).toEqual(account.rateLimit);
    await json("keys", "update", id, "--rate-limit", "7");
    const [event] = await json("keys", "events", id);
    expect(event.changes.rateLimit.from).toEqual(account.rateLimit);
    const words = (...all: string[]) => run(folder, all, variables);
    expectOneLine(await words("keys", "create", "--name", "x"), "The account has 2 API keys");
    const much = `${account.rateLimit.limit + 1}`;
    const refused = await words("keys", "update", id, "--rate-limit", much);
    expectOneLine(refused, "must not allow more requests per second than the account");
    const ofAll = { ...variables, SINKOVE_RATE_LIMIT: "1000" };
    const allowed = await run(folder, ["keys", "update", id, "--rate-limit", much], ofAll);
    expect(allowed.code).toBe(0);
  });

  test("requests that were refused are listed", { timeout: 240_000 }, async () => {
    const { server, json, command } = await open(await variablesOf());
    const { id, secret } = await json("keys", "create", "--name", "ci");
    await command("keys", "revoke", id, "--yes");
    await server.get("/v1/models", { headers: { Authorization: `Bearer ${secret}` } });
    const filters = ["--key", id, "--status", "4xx", "--code", "API_KEY_REVOKED"];
    await expect
      .poll(async () => (await json("requests", "list", ...filters, "--limit", "1")).length, {
        timeout: 30_000,
      })
      .toBe(1);
    const text = await command("requests", "list", ...filters);
    expect(text).toContain(`\tGET /models\t401\tAPI_KEY_REVOKED\tapi_key ${id}\t127.0.0.1\n`);
    expect(text).not.toContain(secret);
  });

  test("migrate shows its plan first, and then brings an empty database up to date", {
    timeout: 60_000,
  }, async () => {
    const variables = await variablesOf();
    const folder = createFolder();
    const migrate = async (...words: string[]) => run(folder, ["migrate", ...words], variables);
    const plan = await migrate("--plan");
    expect(plan.stdout).toMatch(/^0 of \d+ migrations are applied\. These would follow:\n/);
    expect(plan.stdout).toContain("create table accounts");
    expect(JSON.parse((await migrate("--plan", "--json")).stdout).applied).toBe(0);
    expect((await migrate()).stdout).toMatch(/^Applied the migrations 1 to \d+\.\n$/);
    expect((await migrate("--plan")).stdout).toMatch(/^The database is up to date/);
    expect((await start(folder, variables)).key).toMatch(/^sinkove_live_/);
  });
});

test("migrate leaves an SQLite file to the server that runs on it", async () => {
  const folder = createFolder();
  await start(folder);
  const { code, stderr } = await run(folder, ["migrate"]);
  expect(code).toBe(1);
  expect(stderr).toContain("Another sinkove-server uses");
});

test("names its version", async () => {
  const { stdout } = await run(createFolder(), ["--version"]);
  expect(stdout).toBe(`${packageJson.version}\n`);
});
