import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyPostgres } from "../postgres.ts";
import { createFolder, expectOneLine, type ProcessOutput, run, start } from "../server-process.ts";
import { createBrowser } from "./browser.ts";
import { DATABASES, emptyDatabase, startPeople } from "./people-server.ts";
import { ADA, outcomeOf, signIn, signUp } from "./person.ts";

const FIRST_ACCOUNT = "00000000-0000-7000-8000-000000000001";
const INVALID = { status: 400, code: "INVALID_TOKEN" };

/** The tokens of the links in a process's output. */
function tokensIn({ stdout, stderr }: ProcessOutput): string[] {
  const links = `${stdout}\n${stderr}`.matchAll(/\/console\/welcome#token=([\w-]{43})/g);
  return [...links].map(([, token = ""]) => token);
}

function welcome(url: string, token: string | undefined, person = ADA) {
  return createBrowser(url).post("/auth/welcome", { token, ...person });
}

describe.each(DATABASES)("the welcome link on %s", (kind) => {
  test("gives the first account to the person who uses it, once, and signs in", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    const token = await server.auth.makeWelcomeToken();
    const browser = createBrowser(server.url);
    expect(await (await browser.get("/auth/options")).json()).toMatchObject({ welcome: true });
    expect((await browser.post("/auth/welcome", { token, ...ADA })).status).toBe(200);
    const me = await (await browser.get("/v1/me")).json();
    expect(me).toMatchObject({
      account: { id: FIRST_ACCOUNT, email: ADA.email, emailVerified: true },
      organizations: [{ name: "First organization", role: "owner" }],
    });
    expect(await (await browser.get("/auth/options")).json()).toMatchObject({ welcome: false });
    const eve = { ...ADA, email: "eve@example.com" };
    expect(await outcomeOf(await welcome(server.url, token, eve))).toEqual(INVALID);
    expect(await server.auth.makeWelcomeToken()).toBeUndefined();
    await signIn(server);
  });

  test("lets one of several who use it at once win", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    const token = await server.auth.makeWelcomeToken();
    const answers = await Promise.all(
      ["ada", "eve", "mallory"].map((name) =>
        welcome(server.url, token, { ...ADA, email: `${name}@example.com` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });

  test("stops working when there is a newer one", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    const older = await server.auth.makeWelcomeToken();
    const newer = await server.auth.makeWelcomeToken();
    expect(await outcomeOf(await welcome(server.url, older))).toEqual(INVALID);
    expect((await welcome(server.url, newer)).status).toBe(200);
  });
});

test("sign-ups of others leave the link to the operator, and the response says that an address is taken", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  await signUp(server);
  const token = await server.auth.makeWelcomeToken();
  const taken = await outcomeOf(await welcome(server.url, token));
  expect(taken).toEqual({ status: 409, code: "EMAIL_TAKEN" });
  const operator = { ...ADA, email: "operator@example.com" };
  expect((await welcome(server.url, token, operator)).status).toBe(200);
});

test("a first account that was deleted gets no other person", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  const token = await server.auth.makeWelcomeToken();
  await welcome(server.url, token);
  const browser = await signIn(server);
  const id = FIRST_ACCOUNT;
  await server.store.write({ accountId: id, changesKeys: true }, async (writer) => {
    await writer.updateAccount(id, { email: null, deletedAt: Date.now() });
  });
  await server.auth.forget(id);
  expect((await browser.get("/v1/me")).status).toBe(401);
  expect(await server.auth.makeWelcomeToken()).toBeUndefined();
});

test("the first start shows a link that works until there is a newer one, and nobody's log has it", async () => {
  const folder = createFolder();
  const first = await start(folder);
  const [token = ""] = tokensIn(first.output());
  expect(token).not.toBe("");
  await first.kill("SIGTERM");
  const second = await start(folder);
  expect(second.output().stderr).toBe("");
  const link = await run(folder, ["people", "link"]);
  const [latest = ""] = tokensIn(link);
  expect(await outcomeOf(await welcome(second.url, token))).toEqual(INVALID);
  expect((await welcome(second.url, latest)).status).toBe(200);
  const { stdout } = await second.kill("SIGTERM");
  for (const secret of [token, latest, ADA.email, ADA.password]) {
    expect(stdout).not.toContain(secret);
  }
  const third = await start(folder);
  expect(third.output().stderr).toBe("");
  const { cookies } = await signIn(third);
  expect(cookies.has("sinkove_session")).toBe(true);
  expectOneLine(await run(folder, ["people", "link"]), "has a person already");
});

test("people are listed and invited beside a server", async () => {
  const folder = createFolder();
  const variables = { SINKOVE_PUBLIC_URL: "https://api.example.com" };
  const server = await start(folder, variables);
  const [token] = tokensIn(server.output());
  const headers = { "sec-fetch-site": "same-origin" };
  await createBrowser(server.url).post("/auth/welcome", { token, ...ADA }, headers);
  const list = await run(folder, ["people", "list"]);
  expect(list.stdout).toMatch(
    new RegExp(
      `^${FIRST_ACCOUNT}\\tada@example.com\\tAda\\tconfirmed\\tno second factor\\tsince 2`,
    ),
  );
  expect(list.stdout).not.toContain(ADA.password);

  const args = ["people", "invite", "eve@example.com", "--role", "owner"];
  const invited = await run(folder, args, variables);
  expect(invited.stdout).toMatch(/^https:\/\/api\.example\.com\/console\/invitations#token=\S+\n$/);
  const mails = join(folder, "sinkove.db.mail");
  const [name = ""] = readdirSync(mails);
  expect(readFileSync(join(mails, name), "utf8")).toContain(invited.stdout.trim());
  expect(statSync(mails).mode & 0o777).toBe(0o700);
  expect(statSync(join(mails, name)).mode & 0o777).toBe(0o600);
  const { status } = await createBrowser(server.url).post(
    "/auth/sign-up/email",
    { ...ADA, email: "eve@example.com" },
    headers,
  );
  expect(status).toBe(200);
});

test.each([
  [["people"], "people list, people invite, people link, people suspend or people restore"],
  [
    ["people", "toString"],
    "people list, people invite, people link, people suspend or people restore",
  ],
  [["people", "invite"], "EMAIL is missing: people invite EMAIL"],
  [
    ["people", "invite", "a@example.com", "b@example.com"],
    "Too many arguments: people invite EMAIL",
  ],
  [["people", "invite", "nobody"], "email"],
  [["people", "invite", "a@example.com", "--role", "king"], "role"],
  [["people", "invite", "a@example.com", "--organization", "None"], "First organization"],
  [["people", "list", "--yaml"], "--yaml"],
])("says what is wrong with %j", async (args, words) => {
  const folder = createFolder();
  await (await start(folder)).kill("SIGTERM");
  expectOneLine(await run(folder, args), words);
});

test("two servers start at once on an empty PostgreSQL, and people sign in to both", async () => {
  const variables = { DATABASE_URL: await emptyPostgres() };
  const folder = createFolder();
  const servers = await Promise.all([
    start(folder, { ...variables, SINKOVE_SECRET: "fake-secret-of-more-than-32-characters" }),
    start(folder, { ...variables, SINKOVE_SECRET: "fake-secret-of-more-than-32-characters" }),
  ]);
  const tokens = servers.flatMap(({ output }) => tokensIn(output()));
  // One of the two has created the database.
  expect(tokens).toHaveLength(1);
  expect((await welcome(servers[0].url, tokens[0])).status).toBe(200);
  for (const server of servers) {
    expect((await (await signIn(server)).get("/v1/me")).status).toBe(200);
  }
  for (const server of servers) expect((await server.kill("SIGTERM")).code).toBe(0);
});
