import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, console: true });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${sandbox.baseUrl}${path}`, init);

async function signedIn(): Promise<string> {
  const response = await ask("/console/api-keys");
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

test("a page signs the browser in, with the first world's account", async () => {
  const page = await ask("/console");
  expect(page.headers.get("set-cookie")).toMatch(
    /^sinkove_session=[\w.-]{43,}; HttpOnly; SameSite=Lax; Path=\/$/,
  );
  const [cookie = ""] = page.headers.get("set-cookie")?.split(";") ?? [];
  const me = await (await ask("/v1/me", { headers: { cookie } })).json();
  expect(me).toMatchObject({ account: { id: sandbox.accountId }, apiKey: null });
});

test("a page keeps a session that the browser has, and replaces one that has ended", async () => {
  const cookie = await signedIn();
  const setIn = async (sent: string) =>
    (await ask("/console/usage", { headers: { cookie: sent } })).headers.has("set-cookie");
  expect(await setIn(cookie)).toBe(false);
  expect(await setIn("sinkove_session=unknown")).toBe(true);
});

test("the console's other files sign nobody in", async () => {
  const html = await (await ask("/console")).text();
  const [script = ""] = /\/console\/assets\/[\w-]+\.js/.exec(html) ?? [];
  const file = await ask(script);
  expect([file.status, file.headers.has("set-cookie")]).toEqual([200, false]);
  expect((await ask("/console", { method: "POST" })).status).toBe(405);
});

test("each page has its own nonce in its policy", async () => {
  const [one, other] = await Promise.all([ask("/console"), ask("/console")]);
  const policies = [one, other].map(({ headers }) => headers.get("content-security-policy"));
  expect(policies[0]).toContain("'nonce-");
  expect(policies[0]).not.toBe(policies[1]);
});

describe("the sign-in endpoints", () => {
  test("return the signed-in person and their sessions", async () => {
    const headers = { cookie: await signedIn(), "user-agent": "a browser" };
    expect(await (await ask("/auth/profile", { headers })).json()).toEqual({
      id: sandbox.accountId,
      name: "Ada Lovelace",
      email: "ada@example.com",
      emailVerified: true,
      twoFactorEnabled: false,
    });
    const sessions = await (await ask("/auth/sessions", { headers })).json();
    expect(sessions.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
  });

  test("sign out from the console's own pages only", async () => {
    const cookie = await signedIn();
    const signOut = (origin: string) =>
      ask("/auth/sign-out", { method: "POST", headers: { cookie, origin } });
    expect((await signOut("http://localhost:3000")).status).toBe(403);
    expect((await ask("/auth/profile", { headers: { cookie } })).status).toBe(200);
    const response = await signOut(sandbox.baseUrl);
    expect([response.status, response.headers.get("set-cookie")]).toEqual([
      200,
      expect.stringContaining("Max-Age=0"),
    ]);
    expect((await ask("/auth/profile", { headers: { cookie } })).status).toBe(401);
    expect((await ask("/v1/me", { headers: { cookie } })).status).toBe(401);
  });

  test("answer all other requests with a hint that the mock server signs you in", async () => {
    expect(await (await ask("/auth/options")).json()).toEqual({
      signUp: "invited",
      welcome: false,
      providers: [],
    });
    for (const path of ["sign-in/email", "sign-up/email", "change-password", "toString"]) {
      const refused = await ask(`/auth/${path}`, { method: "POST" });
      expect([refused.status, await refused.json()]).toEqual([
        404,
        {
          code: "NOT_IN_THE_SANDBOX",
          message: expect.stringContaining("signs you in automatically"),
        },
      ]);
    }
  });
});

test("without the option there is no console and no sign-in", async () => {
  await using plain = await createSandbox();
  for (const path of ["/console", "/auth/profile"]) {
    const response = await plain.fetch(path);
    expect([response.status, response.headers.has("set-cookie")]).toEqual([404, false]);
  }
});
