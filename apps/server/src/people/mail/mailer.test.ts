import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startSmtp } from "../../../test/smtp-server.ts";
import { createLog } from "../../log.ts";
import { createMailer, type MailerOptions } from "./mailer.ts";

const MAIL = {
  kind: "verify-email",
  to: "canary@example.com",
  subject: "Confirm your email address",
  text: `http://localhost/console/verify-email#token=${"a".repeat(200)}\n`,
};

/** A mailer, its log, and how long it waited. */
function setUp(options: Partial<MailerOptions>) {
  let lines = "";
  const write = (line: string) => {
    lines += line;
  };
  const waits: number[] = [];
  const mailer = createMailer({
    location: { kind: "folder", folder: "unused" },
    from: "Sinkove <sinkove@example.com>",
    log: createLog({ level: "info", write, clock: () => 0 }),
    clock: () => Date.UTC(2027, 0, 31),
    wait: async (milliseconds) => waits.push(milliseconds),
    ...options,
  });
  return { mailer, waits, log: () => lines };
}

test("sends by SMTP, with the user and the password of the URL", async () => {
  const logins: unknown[] = [];
  const smtp = await startSmtp({
    allowInsecureAuth: true,
    onAuth({ username, password }, _, done) {
      logins.push([username, password]);
      done(null, { user: username });
    },
  });
  const url = `smtp://some%40one:fake@127.0.0.1:${smtp.port}`;
  const { mailer, log } = setUp({ location: { kind: "smtp", url } });
  mailer.send(MAIL);
  await mailer.finish();
  expect(logins).toEqual([["some@one", "fake"]]);
  expect(smtp.messages).toHaveLength(1);
  expect(smtp.messages[0]).toContain("From: Sinkove <sinkove@example.com>");
  expect(smtp.messages[0]).toContain("To: canary@example.com");
  const text = smtp.messages[0]?.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  expect(text).toContain(MAIL.text.trim());
  expect(log()).toContain('"mail sent","kind":"verify-email"');
  expect(log()).not.toContain("canary");
});

test("retries three times, longer each time, and logs a failure without the mail", async () => {
  let tries = 0;
  const deliver = async () => {
    tries += 1;
    throw Object.assign(new Error("450 canary@example.com is busy"), { code: "EENVELOPE" });
  };
  const { mailer, waits, log } = setUp({ deliver });
  mailer.send(MAIL);
  await mailer.finish();
  expect(tries).toBe(4);
  expect(waits).toEqual([500, 2000, 10_000]);
  expect(log()).toContain('"mail not sent","kind":"verify-email","error":"EENVELOPE"');
  expect(log()).not.toContain("canary");
});

test("does not retry what the SMTP server refuses for good", async () => {
  const refusal = Object.assign(new Error("No such user"), { responseCode: 550 });
  const smtp = await startSmtp({ onRcptTo: (_, __, done) => done(refusal) });
  const url = `smtp://127.0.0.1:${smtp.port}`;
  const { mailer, waits, log } = setUp({ location: { kind: "smtp", url } });
  mailer.send(MAIL);
  await mailer.finish();
  expect(waits).toEqual([]);
  expect(log()).toContain('"mail not sent"');
  expect(log()).not.toContain("canary");
});

test("delivers a mail once, and says why it did not and whether that is for good", async () => {
  const to = "canary@example.com";
  const errors = [
    [Object.assign(new Error(`450 ${to} is busy`), { code: "EENVELOPE" }), "EENVELOPE", false],
    [Object.assign(new Error(`550 no ${to}`), { responseCode: 550, code: "EX" }), "EX", true],
    [new Error(to), "unknown", false],
  ] as const;
  for (const [error, message, isFinal] of errors) {
    const { mailer, waits, log } = setUp({ deliver: () => Promise.reject(error) });
    await expect(mailer.deliver(MAIL)).rejects.toMatchObject({ message, isFinal });
    expect([waits, log()]).toEqual([[], ""]);
  }
  const { mailer, log } = setUp({ deliver: async () => undefined });
  await mailer.deliver(MAIL);
  expect(log()).toContain('"mail sent","kind":"verify-email"');
});

test("survives an SMTP server that is not there", async () => {
  const location = { kind: "smtp", url: "smtp://127.0.0.1:1" } as const;
  const { mailer, log } = setUp({ location });
  mailer.send(MAIL);
  await mailer.finish();
  expect(log()).toContain('"error":"ESOCKET"');
});

test("writes mails to a folder for their owner only, with links in one piece", async () => {
  const parent = mkdtempSync(join(tmpdir(), "sinkove-mail-"));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const folder = join(parent, "sinkove.db.mail");
  mkdirSync(folder, { mode: 0o755 });
  const { mailer, log } = setUp({ location: { kind: "folder", folder } });
  mailer.send(MAIL);
  mailer.send(MAIL);
  await mailer.finish();
  const names = readdirSync(folder);
  expect(names).toHaveLength(2);
  const [name = ""] = names;
  expect(name).toMatch(/^2027-01-31T00-00-00\.000Z-[0-9a-f]{12}\.eml$/);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  const text = readFileSync(join(folder, name), "utf8");
  expect(text).toContain("To: canary@example.com\n");
  expect(text).toContain(`\n\n${MAIL.text}`);
  expect(log()).toContain(`"mail written","kind":"verify-email","file":"${name}"`);
  expect(log()).not.toContain("token");
});
