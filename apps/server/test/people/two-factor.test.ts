import { TOTP, URI } from "otpauth";
import { describe, expect, test, vi } from "vitest";
import { type Browser, createBrowser } from "./browser.ts";
import { DATABASES, emptyDatabase, type PeopleServer, startPeople } from "./people-server.ts";
import { ADA, outcomeOf, signIn, signUp } from "./person.ts";

const HALF_A_MINUTE = 30 * 1000;

/** A person with a second factor. */
async function enrol(server: PeopleServer) {
  await signUp(server);
  const browser = await signIn(server);
  const response = await browser.post("/auth/two-factor/enable", { password: ADA.password });
  const { totpURI, backupCodes } = await response.json();
  const totp = URI.parse(totpURI);
  if (!(totp instanceof TOTP)) throw new TypeError("not a TOTP");
  const code = () => totp.generate({ timestamp: Date.now() });
  const before = browser.cookies.get("sinkove_session");
  expect((await verify(browser, code())).status).toBe(200);
  expect(browser.cookies.get("sinkove_session")).not.toBe(before);
  vi.setSystemTime(Date.now() + HALF_A_MINUTE);
  return { browser, backupCodes: backupCodes as string[], code };
}

function verify(browser: Browser, code: string, how = "totp"): Promise<Response> {
  return browser.post(`/auth/two-factor/verify-${how}`, { code });
}

/** The first step of signing in. */
async function begin({ url }: PeopleServer): Promise<Browser> {
  const browser = createBrowser(url);
  const { email, password } = ADA;
  const response = await browser.post("/auth/sign-in/email", { email, password });
  expect(await response.json()).toEqual({ twoFactorRedirect: true });
  expect([...browser.cookies.keys()]).toEqual(["sinkove.two_factor"]);
  expect((await browser.get("/v1/me")).status).toBe(401);
  return browser;
}

describe.each(DATABASES)("a second factor on %s", (kind) => {
  test("is asked for after the password, and each code works once", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const server = await startPeople(await emptyDatabase(kind));
    const { browser, code } = await enrol(server);
    expect(await (await browser.get("/auth/profile")).json()).toMatchObject({
      twoFactorEnabled: true,
    });
    const used = code();
    const [one, other] = [await begin(server), await begin(server)];
    expect((await verify(one, used)).status).toBe(200);
    expect((await one.get("/v1/me")).status).toBe(200);
    const replayed = await verify(other, used);
    expect(replayed.headers.getSetCookie()).toEqual([]);
    expect(await outcomeOf(replayed)).toEqual({ status: 401, code: "INVALID_CODE" });
    expect(await (await one.get("/auth/sessions")).json()).toHaveLength(2);
    vi.useRealTimers();
  });

  test("has ten backup codes, each of which works once, also at once", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const server = await startPeople(await emptyDatabase(kind));
    const { backupCodes } = await enrol(server);
    expect(backupCodes).toHaveLength(10);
    const [code = ""] = backupCodes;
    const browsers = [await begin(server), await begin(server), await begin(server)];
    const answers = await Promise.all(browsers.map((each) => verify(each, code, "backup-code")));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const late = await verify(await begin(server), code, "backup-code");
    expect(await outcomeOf(late)).toEqual({ status: 401, code: "INVALID_CODE" });
    vi.useRealTimers();
  });

  test("may be guessed five times in a sign-in", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const server = await startPeople(await emptyDatabase(kind));
    const { code } = await enrol(server);
    const browser = await begin(server);
    const wrong = String((Number(code()) + 1) % 1_000_000).padStart(6, "0");
    const outcomes = [];
    for (let round = 0; round < 6; round++)
      outcomes.push(await outcomeOf(await verify(browser, wrong)));
    expect(outcomes.slice(0, 5)).toEqual(Array(5).fill({ status: 401, code: "INVALID_CODE" }));
    expect(outcomes[5]).toEqual({ status: 429, code: "TOO_MANY_ATTEMPTS" });
    vi.setSystemTime(Date.now() + 2 * HALF_A_MINUTE);
    expect((await verify(browser, code())).status).toBe(401);
    expect((await verify(await begin(server), code())).status).toBe(200);
    vi.useRealTimers();
  });

  test("is disabled with the password, and is needed again after it is set up again", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const server = await startPeople(await emptyDatabase(kind));
    const { browser } = await enrol(server);
    const wrong = await browser.post("/auth/two-factor/disable", { password: "a wrong password" });
    expect(wrong.status).toBe(400);
    const disabled = await browser.post("/auth/two-factor/disable", { password: ADA.password });
    expect(disabled.status).toBe(200);
    expect((await signIn(server)).cookies.has("sinkove_session")).toBe(true);
    vi.useRealTimers();
  });
});

test("a sign-in that waits for its second factor ends after ten minutes", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const server = await startPeople(await emptyDatabase("sqlite"));
  const { code } = await enrol(server);
  const browser = await begin(server);
  vi.setSystemTime(Date.now() + 10 * 60 * 1000 + 1000);
  const outcome = await outcomeOf(await verify(browser, code()));
  expect(outcome).toEqual({ status: 401, code: "INVALID_TWO_FACTOR_COOKIE" });
  vi.useRealTimers();
});

test("a code without a sign-in is refused", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  for (const how of ["totp", "backup-code"]) {
    const outcome = await outcomeOf(await verify(createBrowser(server.url), "123456", how));
    expect(outcome).toEqual({ status: 401, code: "INVALID_TWO_FACTOR_COOKIE" });
  }
});
