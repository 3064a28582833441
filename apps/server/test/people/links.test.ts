import { describe, expect, test, vi } from "vitest";
import { createBrowser } from "./browser.ts";
import { DATABASES, emptyDatabase, type PeopleServer, startPeople } from "./people-server.ts";
import { ADA, outcomeOf, signIn, signUp, tokenIn } from "./person.ts";

const MINUTE = 60 * 1000;
const NEW_PASSWORD = "another good password";
const INVALID = { status: 400, code: "INVALID_TOKEN" };

async function requestReset(server: PeopleServer): Promise<string> {
  const before = server.mails.length;
  await createBrowser(server.url).post("/auth/request-password-reset", { email: ADA.email });
  await expect.poll(() => server.mails.length).toBeGreaterThan(before);
  return tokenIn(server, "reset-password");
}

function reset({ url }: PeopleServer, token: string, newPassword = NEW_PASSWORD) {
  return createBrowser(url).post("/auth/reset-password", { token, newPassword });
}

describe.each(DATABASES)("on %s", (kind) => {
  test("a reset link works once, ends all sessions, and makes older links useless", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const browser = await signIn(server);
    const [older, token] = [await requestReset(server), await requestReset(server)];
    expect((await reset(server, token)).status).toBe(200);
    expect((await browser.get("/v1/me")).status).toBe(401);
    expect(await outcomeOf(await reset(server, token, "a third password"))).toEqual(INVALID);
    expect(await outcomeOf(await reset(server, older, "a third password"))).toEqual(INVALID);
    const old = await createBrowser(server.url).post("/auth/sign-in/email", pick(ADA));
    expect(old.status).toBe(401);
    await signIn(server, { ...ADA, password: NEW_PASSWORD });
  });

  test("of two who use a reset link at once, one wins", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const token = await requestReset(server);
    const answers = await Promise.all([
      reset(server, token, "password of the first"),
      reset(server, token, "password of the second"),
      reset(server, token, "password of the third"),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });

  test("a new address is confirmed from its own mail, and the old one is told", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const browser = await signIn(server);
    const { password } = ADA;
    const change = { newEmail: "Lovelace@example.com", password };
    expect((await browser.post("/auth/change-email", change)).status).toBe(200);
    await expect.poll(() => server.mails.at(-1)?.to).toBe("lovelace@example.com");
    expect(await (await browser.get("/auth/profile")).json()).toMatchObject({ email: ADA.email });

    const token = tokenIn(server, "verify-email");
    expect((await createBrowser(server.url).get(`/auth/verify-email?token=${token}`)).status).toBe(
      200,
    );
    await expect
      .poll(() => server.mails.at(-1))
      .toMatchObject({ kind: "email-changed", to: ADA.email });
    const email = "lovelace@example.com";
    expect(await (await browser.get("/v1/me")).json()).toMatchObject({
      account: { email, emailVerified: true },
    });
    await signIn(server, { ...ADA, email });
    const again = await browser.get(`/auth/verify-email?token=${token}`);
    expect(await outcomeOf(again)).toEqual(INVALID);
  });
});

describe.each(DATABASES)("a change of address on %s", (kind) => {
  test("needs the present password, and sends nothing without it", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const browser = await signIn(server);
    const sent = server.mails.length;
    const newEmail = "lovelace@example.com";
    const wrong = { newEmail, password: "not the password" };
    expect(await outcomeOf(await browser.post("/auth/change-email", wrong))).toEqual({
      status: 400,
      code: "INVALID_PASSWORD",
    });
    expect((await browser.post("/auth/change-email", { newEmail })).status).toBe(400);
    expect(server.mails.length).toBe(sent);
  });

  test("can be tried ten times in a quarter of an hour, and mails five times in an hour", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const browser = await signIn(server);
    const change = async (password: string): Promise<number> =>
      (await browser.post("/auth/change-email", { newEmail: "new@example.com", password })).status;
    const mailing = [];
    for (let times = 0; times < 6; times += 1) mailing.push(await change(ADA.password));
    expect(mailing).toEqual([200, 200, 200, 200, 200, 429]);
    const guesses = [];
    for (let times = 0; times < 5; times += 1)
      guesses.push(await change("a guess of the password"));
    expect(guesses).toEqual([400, 400, 400, 400, 429]);
  });
});

test("links stop working after an hour", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const server = await startPeople(await emptyDatabase("sqlite"));
  const browser = createBrowser(server.url);
  await browser.post("/auth/sign-up/email", ADA);
  const confirmation = tokenIn(server, "verify-email");
  const token = await requestReset(server);
  vi.setSystemTime(Date.now() + 60 * MINUTE + 1000);
  expect(await outcomeOf(await reset(server, token))).toEqual(INVALID);
  const confirmed = await browser.get(`/auth/verify-email?token=${confirmation}`);
  expect(await outcomeOf(confirmed)).toEqual(INVALID);
  vi.useRealTimers();
});

test.each(["", "x", "a.b.c", "a".repeat(2001)])("refuses the token %j", async (token) => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  const verified = await createBrowser(server.url).get(`/auth/verify-email?token=${token}`);
  expect(await outcomeOf(verified)).toEqual(INVALID);
  expect((await reset(server, token)).status).toBe(400);
});

test("carries tokens in the fragments of links to the console only", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"), {
    publicUrl: "https://api.example.com",
  });
  await createBrowser(server.url).post("/auth/sign-up/email", ADA, {
    "sec-fetch-site": "same-origin",
  });
  await expect.poll(() => server.mails.length).toBe(1);
  const urls = server.mails[0]?.text.match(/https?:\S+/g);
  expect(urls).toEqual([
    expect.stringMatching(/^https:\/\/api\.example\.com\/console\/verify-email#token=/),
  ]);
});

test("a reset proves the address, and takes an unconfirmed account away from its creator", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  await createBrowser(server.url).post("/auth/sign-up/email", ADA);
  const token = await requestReset(server);
  await reset(server, token);
  const first = await createBrowser(server.url).post("/auth/sign-in/email", pick(ADA));
  expect(first.status).toBe(401);
  const browser = await signIn(server, { ...ADA, password: NEW_PASSWORD });
  expect(await (await browser.get("/v1/me")).json()).toMatchObject({
    account: { emailVerified: true },
  });
});

test("a person changes the name and the password, and other sessions end if asked to", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  await signUp(server);
  const [browser, other] = [await signIn(server), await signIn(server)];
  expect((await browser.post("/auth/update-user", { name: "Countess" })).status).toBe(200);
  expect(await (await other.get("/v1/me")).json()).toMatchObject({ account: { name: "Countess" } });
  const before = browser.cookies.get("sinkove_session");
  const change = {
    currentPassword: ADA.password,
    newPassword: NEW_PASSWORD,
    revokeOtherSessions: true,
  };
  expect((await browser.post("/auth/change-password", change)).status).toBe(200);
  expect(browser.cookies.get("sinkove_session")).not.toBe(before);
  expect((await browser.get("/v1/me")).status).toBe(200);
  expect((await other.get("/v1/me")).status).toBe(401);
  await signIn(server, { ...ADA, password: NEW_PASSWORD });
});

function pick({ email, password }: typeof ADA) {
  return { email, password };
}
