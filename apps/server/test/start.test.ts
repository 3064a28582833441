import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createFolder, MAIN, run, start } from "./server-process.ts";

const execute = promisify(execFile);

test("shows a key on its first start only, and the key works after the second", async () => {
  const folder = createFolder();
  const first = await start(folder);
  expect(first.key).toMatch(/^sinkove_live_\w{38}$/);
  expect((await first.get("/v1/datasets")).status).toBe(200);
  await first.kill("SIGTERM");

  const second = await start(folder);
  expect(second.key).toBeUndefined();
  expect(second.output().stderr).not.toContain("key");
  const headers = { Authorization: `Bearer ${first.key}` };
  expect((await second.get("/v1/datasets", { headers })).status).toBe(200);
});

test("says which Node it needs", async () => {
  const versions = JSON.stringify({ ...process.versions, node: "20.19.0" });
  const older = `Object.defineProperty(process, "versions", { value: ${versions} })`;
  const words = ["--import", `data:text/javascript,${encodeURIComponent(older)}`, MAIN];
  const started = execute(process.execPath, words);
  await expect(started).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^sinkove-server: Node 24 or later is needed; .*\n$/),
  });
});

test.each(["/datasets", "/v1/datasets"])("answers curl on %s as it is documented", async (path) => {
  const server = await start(createFolder());
  const { stdout } = await execute("curl", [
    ...["-s", "-X", "GET", server.url + path],
    ...["-H", `Authorization: Bearer ${server.key}`, "-H", "Content-Type: application/json"],
  ]);
  expect(stdout).toBe("[]");
});

test("comes with an organization that has credits, and two models", async () => {
  const server = await start(createFolder());
  const models = await (await server.get("/v1/models")).json();
  expect(models).toHaveLength(2);
  const body = JSON.stringify({
    modelId: models[0].id,
    numSamples: 3,
    args: { prompt: "cardiomegaly" },
  });
  const headers = { Authorization: `Bearer ${server.key}`, "Content-Type": "application/json" };
  const created = await server.get("/v1/datasets", { method: "POST", headers, body });
  expect(created.status).toBe(201);
});

test("loses no acknowledged write in kill -9, and starts again at once", async () => {
  const folder = createFolder();
  const first = await start(folder);
  const headers = { Authorization: `Bearer ${first.key}`, "Content-Type": "application/json" };
  const body = JSON.stringify({ name: "acknowledged" });
  const issued = await first.get("/v1/api-keys", { method: "POST", headers, body });
  const { secret } = await issued.json();
  await first.kill("SIGKILL");

  const second = await start(folder);
  const withIssued = { headers: { Authorization: `Bearer ${secret}` } };
  expect((await second.get("/v1/me", withIssued)).status).toBe(200);
});

test("keeps one signing secret in a file for its owner only", async () => {
  const folder = createFolder();
  await (await start(folder)).kill("SIGTERM");
  const file = join(folder, "sinkove.db.secret");
  const secret = readFileSync(file, "utf8");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "sinkove.db")).mode & 0o077).toBe(0);
  await (await start(folder)).kill("SIGTERM");
  expect(readFileSync(file, "utf8")).toBe(secret);
});

test("gives test keys in the test environment", async () => {
  const server = await start(createFolder(), { SINKOVE_ENVIRONMENT: "test" });
  expect(server.key).toMatch(/^sinkove_test_/);
});

test("limits every key to SINKOVE_RATE_LIMIT", async () => {
  const server = await start(createFolder(), { SINKOVE_RATE_LIMIT: "2" });
  const statuses = [];
  for (let round = 0; round < 3; round++) statuses.push((await server.get("/v1/me")).status);
  expect(statuses).toEqual([200, 200, 429]);
});

test("is alive and ready, without a key", async () => {
  const server = await start(createFolder());
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

/** On a signal, makes the server throw an error with the text in the file `thrown`. */
const CRASH = `process.on("SIGUSR2", () => { throw new Error(readFileSync("thrown", "utf8")); });`;

test("writes a key into no response, error, log or file, or into its crash report", async () => {
  const folder = createFolder();
  writeFileSync(join(folder, "crash.mjs"), `import { readFileSync } from "node:fs";\n${CRASH}`);
  const server = await start(folder, { NODE_OPTIONS: "--import=./crash.mjs" });
  const { key = "" } = server;
  writeFileSync(join(folder, "thrown"), `failed with ${key}`);
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  const post = { method: "POST", headers, body: JSON.stringify({ name: key }) };
  const requests = [
    server.get("/v1/me"),
    server.get(`/v1/me?api_key=${key}`),
    server.get(`/v1/${key}`),
    server.get(`/v1/datasets/${key}`),
    server.get(`/v1/downloads/${key}`),
    server.get("/v1/me", { headers: { Authorization: `Bearer ${key}x` } }),
    server.get("/v1/me", { headers: { Authorization: key } }),
    server.get("/v1/datasets", { ...post, body: `{"${key}` }),
    server.get("/v1/api-keys", {
      ...post,
      headers: { ...headers, "Idempotency-Key": "once" },
      body: JSON.stringify({ name: "issued" }),
    }),
  ];
  const answers = await Promise.all(requests.map(async (response) => (await response).text()));
  const issued = /sinkove_live_\w{38}/.exec(answers.at(-1) ?? "")?.[0] ?? "";
  const refused = await run(folder, ["keys", "revoke", key, "--yes"]);
  const misread = await run(folder, [key], { SINKOVE_ENVIRONMENT: key });
  const whileRunning = textsIn(folder);
  const { code, stdout, stderr } = await server.kill("SIGUSR2");
  expect(code).toBe(1);
  expect(stdout.trim().split("\n").at(-1)).toContain('"crashed"');
  // The key is shown once, and only here.
  const shown = stderr.replace(`export SINKOVE_API_KEY=${key}`, "");
  const commands = [refused.stdout, refused.stderr, misread.stdout, misread.stderr];
  const texts = [stdout, shown, ...commands, ...whileRunning, ...textsIn(folder)];
  for (const text of [...texts, ...answers.slice(0, -1)]) expect(text).not.toContain(randomOf(key));
  for (const text of texts) expect(text).not.toContain(randomOf(issued));
  expect(whileRunning.length).toBeGreaterThan(3);
  for (const line of stdout.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("level");
});

/** The secret part of a key. Its first and last characters are shown in lists. */
function randomOf(key: string): string {
  const random = key.slice("sinkove_live_".length + 4, -4);
  if (random.length < 30) throw new Error("There is no key to look for.");
  return random;
}

/** The database, its log, the archives and the files beside them. */
function textsIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== "thrown");
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1"));
}
