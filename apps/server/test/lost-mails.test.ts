import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createFolder, type RunningServer, run, start } from "./server-process.ts";
import { startSmtp } from "./smtp-server.ts";

/** Makes Ada the owner of the first organization. */
function giveAddress(folder: string): void {
  const database = new DatabaseSync(join(folder, "sinkove.db"));
  database.exec(`update accounts set email = 'ada@example.com', "addressKey" = 'ada@example.com'`);
  database.close();
}

async function reportNewKey(folder: string, server: RunningServer): Promise<void> {
  const { stdout } = await run(folder, ["keys", "create", "--name", "ci"]);
  const { status } = await server.get("/v1/api-keys/leaks", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ apiKey: stdout.trim() }),
  });
  expect(status).toBe(202);
}

test("a mail is sent after the server was killed before it could hand it over", async () => {
  const folder = createFolder();
  const away = await startSmtp();
  await away.close();
  const variables = { SINKOVE_MAIL: `smtp://127.0.0.1:${away.port}` };
  const first = await start(folder, variables);
  giveAddress(folder);
  await reportNewKey(folder, first);
  await expect.poll(() => first.output().stdout).toContain('"mail not sent yet"');
  const { stdout } = await first.kill("SIGKILL");
  expect(stdout).not.toContain("ada@example.com");
  const smtp = await startSmtp({}, away.port);
  const second = await start(folder, variables);
  await expect.poll(() => smtp.messages.length).toBe(1);
  expect(smtp.messages[0]).toContain("To: ada@example.com");
  expect(smtp.messages[0]).toContain("The key was revoked");
  await expect.poll(() => second.output().stdout).toContain('"mail sent"');
  await second.kill("SIGTERM");
  const database = new DatabaseSync(join(folder, "sinkove.db"));
  expect(database.prepare("select count(*) as count from mails").get()).toEqual({ count: 0 });
  database.close();
});

test("owners get a mail about low credits after an operator's change", async () => {
  const folder = createFolder();
  await (await start(folder)).kill("SIGTERM");
  giveAddress(folder);
  const { stdout } = await run(folder, ["organizations", "list", "--json"]);
  const [{ id, credits, lowCreditsThreshold }] = JSON.parse(stdout);
  expect(lowCreditsThreshold).toBeNull();
  const set = await run(folder, ["organizations", "low-credits", id, `${credits}`]);
  expect(set.stderr).toContain(`are told when fewer than ${credits} are left.`);
  for (const wrong of ["0", "many", ""])
    expect((await run(folder, ["organizations", "low-credits", id, wrong])).code).toBe(1);
  const taking = ["credits", "take", id, "1", "--reason", "A mistake.", "--yes"];
  expect((await run(folder, taking)).code).toBe(0);
  const off = await run(folder, ["organizations", "low-credits", id, "off"]);
  expect(off.stderr).toContain("are not told.");
  const server = await start(folder);
  await expect.poll(() => server.output().stdout).toContain('"mail written"');
  await server.kill("SIGTERM");
  const mails = join(folder, "sinkove.db.mail");
  const texts = readdirSync(mails).map((name) => readFileSync(join(mails, name), "utf8"));
  expect(texts).toEqual([expect.stringContaining(`has ${credits - 1} credits left`)]);
});
