import { describe, expect, test } from "vitest";
import { createBrowser } from "./browser.ts";
import { DATABASES, emptyDatabase, startPeople } from "./people-server.ts";
import { ADA, signIn, signUp, tokenIn } from "./person.ts";

describe.each(DATABASES)("on %s", (kind) => {
  test("an unknown person and a wrong password are answered alike, and both cost a hash", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const attempt = async (email: string) => {
      const before = server.hashes();
      const body = { email, password: "a wrong password" };
      const response = await createBrowser(server.url).post("/auth/sign-in/email", body);
      const { status } = response;
      const text = await response.text();
      return {
        status,
        text,
        cookies: response.headers.getSetCookie(),
        hashes: server.hashes() - before,
      };
    };
    const wrong = await attempt(ADA.email);
    expect(wrong).toMatchObject({ status: 401, cookies: [], hashes: 1 });
    expect(await attempt("nobody@example.com")).toEqual(wrong);
  });

  test("a sign-up with an address that has an account is answered alike, and its owner gets a mail", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const attempt = async (email: string) => {
      const before = server.hashes();
      const response = await createBrowser(server.url).post("/auth/sign-up/email", {
        ...ADA,
        email,
      });
      const { status } = response;
      return { status, text: await response.text(), hashes: server.hashes() - before };
    };
    const fresh = await attempt("fresh@example.com");
    expect(fresh).toMatchObject({ status: 200, hashes: 1 });
    expect(await attempt("ADA@example.com")).toEqual(fresh);
    await expect
      .poll(() => server.mails.slice(1).map(({ kind: of, to }) => [of, to]))
      .toEqual([
        ["verify-email", "fresh@example.com"],
        ["existing-account", "ada@example.com"],
      ]);
    expect((await signIn(server)).cookies.size).toBe(1);
  });
});

test.each([
  ["/auth/request-password-reset", "reset-password"],
  ["/auth/send-verification-email", "verify-email"],
])(
  "%s answers alike for an address without an account, and when mails fail",
  async (path, kind) => {
    const working = await startPeople(await emptyDatabase("sqlite"));
    const failing = await startPeople(await emptyDatabase("sqlite"), { sendsMail: false });
    const attempt = async (url: string, email: string) => {
      const response = await createBrowser(url).post(path, { email });
      return { status: response.status, text: await response.text() };
    };
    const outcomes = [];
    for (const server of [working, failing]) {
      await createBrowser(server.url).post("/auth/sign-up/email", ADA);
      outcomes.push(await attempt(server.url, ADA.email));
      outcomes.push(await attempt(server.url, "nobody@example.com"));
    }
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]?.status).toBe(200);
    await expect.poll(() => working.mails.at(-1)).toMatchObject({ kind, to: ADA.email });
    expect(working.mails).toHaveLength(2);
  },
);

test("the log has no address, password, token or cookie in it, whatever fails", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  await signUp(server);
  const browser = await signIn(server);
  await browser.post("/auth/request-password-reset", { email: ADA.email });
  await expect.poll(() => tokenIn(server, "reset-password")).not.toBe("");
  await browser.get("/auth/verify-email?token=canary");
  await browser.get("/auth/canary?token=canary");
  await browser.post("/auth/sign-in/email", { email: "canary@example.com", password: "canary" });
  await browser.post("/auth/reset-password", { token: "canary", newPassword: "canary canary" });
  const secrets = [
    "canary",
    ADA.email,
    ADA.password,
    tokenIn(server, "verify-email"),
    tokenIn(server, "reset-password"),
    browser.cookies.get("sinkove_session") ?? "",
    decodeURIComponent(browser.cookies.get("sinkove_session") ?? "").split(".")[0] ?? "",
  ];
  for (const secret of secrets) {
    expect(secret).not.toBe("");
    expect(server.log()).not.toContain(secret);
  }
  expect(server.log()).toContain('"mail sent"');
});

test("a person cannot find out by a change of address whether it has an account, nor does the log say", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  const eve = { ...ADA, email: "eve@example.com" };
  await signUp(server);
  await signUp(server, eve);
  const failing = await startPeople(server.location, { sendsMail: false });
  const texts = [];
  for (const { url } of [server, failing]) {
    const browser = await signIn({ url }, eve);
    for (const newEmail of [ADA.email, "new@example.com"]) {
      const response = await browser.post("/auth/change-email", {
        newEmail,
        password: eve.password,
      });
      texts.push(`${response.status} ${await response.text()}`);
    }
  }
  expect(new Set(texts).size).toBe(1);
  await expect.poll(failing.log).toContain('"mail not sent","kind":"verify-email"');
  expect(failing.log()).not.toContain("new@example.com");
});
