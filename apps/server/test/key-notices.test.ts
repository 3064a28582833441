import { createSign, generateKeyPairSync } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createFolder, run, start } from "./server-process.ts";

const DAY = 24 * 60 * 60 * 1000;

/** The mails of a server that keeps them as files. */
function mailsIn(folder: string): string[] {
  const mails = join(folder, "sinkove.db.mail");
  try {
    // The name of a mail that is still being written begins with a dot.
    const names = readdirSync(mails).filter((name) => !name.startsWith("."));
    return names.map((name) => readFileSync(join(mails, name), "utf8"));
  } catch {
    return [];
  }
}

function change(folder: string, statement: string): void {
  const database = new DatabaseSync(join(folder, "sinkove.db"));
  database.exec(statement);
  database.close();
}

async function typesOf(folder: string, id: string): Promise<string[]> {
  const { stdout } = await run(folder, ["keys", "events", id, "--json"]);
  return JSON.parse(stdout).map(({ type }: { type: string }) => type);
}

const GIVE_ADDRESS = `update accounts set email = 'ada@example.com', "addressKey" = 'ada@example.com'`;

test("a key that GitHub has found is revoked, its owner gets a mail, and nothing shows the key", async () => {
  const folder = createFolder();
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = publicKey.export({ type: "spki", format: "pem" });
  const file = join(folder, "github.json");
  writeFileSync(file, JSON.stringify({ public_keys: [{ key_identifier: "k1", key }] }));
  const server = await start(folder, { SINKOVE_GITHUB_KEYS: file });
  change(folder, GIVE_ADDRESS);
  const { stdout } = await run(folder, ["keys", "create", "--name", "ci"]);
  const secret = stdout.trim();
  const url = "https://github.com/octocat/hello-world/blob/main/.env";
  const report = JSON.stringify([{ token: secret, type: "sinkove_api_key", url }]);
  const send = (body: string) =>
    server.get("/leaks/github", {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "Github-Public-Key-Identifier": "k1",
        "Github-Public-Key-Signature": createSign("SHA256")
          .update(report)
          .sign(privateKey, "base64"),
      },
      body,
    });
  expect((await send(`${report} `)).status).toBe(400);
  const answer = await send(report);
  expect(await answer.json()).toMatchObject([{ label: "true_positive" }]);
  const headers = { Authorization: `Bearer ${secret}` };
  const refused = await server.get("/v1/me", { headers });
  expect(await refused.json()).toMatchObject({ code: "API_KEY_REVOKED" });
  await expect.poll(() => mailsIn(folder).length).toBe(1);
  const [mail = ""] = mailsIn(folder);
  expect(mail).toContain("To: ada@example.com");
  expect(mail).toContain("The key was revoked");
  const { stdout: log } = await server.kill("SIGTERM");
  expect(mail + log).not.toContain(secret);
  expect(log).not.toContain("ada@example.com");
  const { stdout: keys } = await run(folder, ["keys", "list", "--json"]);
  const { id } = JSON.parse(keys).find(({ name }: { name: string }) => name === "ci");
  const { stdout: events } = await run(folder, ["keys", "events", id]);
  expect(events).toMatch(new RegExp(`\\tleaked\\tby service\\t\\t${url}$`, "m"));
});

test("anyone can report a key, ten times a minute from one address", async () => {
  const folder = createFolder();
  const server = await start(folder);
  const { stdout } = await run(folder, ["keys", "create", "--name", "ci"]);
  const statuses: number[] = [];
  for (let count = 0; count < 11; count++) {
    const init = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ apiKey: count === 0 ? stdout.trim() : "nothing" }),
    };
    statuses.push((await server.get("/v1/api-keys/leaks", init)).status);
  }
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 202), 429]);
  const refused = await server.get("/v1/me", {
    headers: { Authorization: `Bearer ${stdout.trim()}` },
  });
  expect(refused.status).toBe(401);
});

test("a notice of an expiry that is due at the start is given once, also after a restart", async () => {
  const folder = createFolder();
  const first = await start(folder);
  await run(folder, ["keys", "create", "--name", "ci", "--expires", "6d"]);
  const { stdout: keys } = await run(folder, ["keys", "list", "--json"]);
  const { id } = JSON.parse(keys).find(({ name }: { name: string }) => name === "ci");
  await first.kill("SIGTERM");
  expect(await typesOf(folder, id)).toEqual(["created"]);
  change(folder, GIVE_ADDRESS);
  change(folder, `update "apiKeys" set "createdAt" = "createdAt" - ${40 * DAY} where id = '${id}'`);
  for (let time = 0; time < 2; time++) {
    const server = await start(folder);
    await expect.poll(() => typesOf(folder, id)).toContain("expiring");
    // It is sent after the event is recorded.
    await expect.poll(() => mailsIn(folder).length).toBe(1);
    await server.kill("SIGTERM");
  }
  expect(await typesOf(folder, id)).toEqual(["expiring", "created"]);
  expect(mailsIn(folder)).toEqual([expect.stringContaining("An API key is about to expire")]);
});
