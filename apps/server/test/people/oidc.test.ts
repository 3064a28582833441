import { describe, expect, test } from "vitest";
import { type Browser, createBrowser } from "./browser.ts";
import { type Claims, startIdentityProvider } from "./identity-provider.ts";
import { DATABASES, emptyDatabase, startPeople } from "./people-server.ts";
import { ADA, outcomeOf, signIn, signUp, tokenIn } from "./person.ts";

const CLAIMS: Claims = {
  sub: "ada-at-the-clinic",
  name: "Ada Lovelace",
  email: "ada@example.com",
  email_verified: true,
};

async function setUp(claims = CLAIMS, kind: (typeof DATABASES)[number] = "sqlite", options = {}) {
  const provider = await startIdentityProvider(claims);
  const server = await startPeople(await emptyDatabase(kind), {
    providers: [provider.configuration],
    ...options,
  });
  return { server, provider };
}

const START = { providerId: "clinic", callbackURL: "/console/profile" };

/** Goes to the identity provider and returns. @returns the final path */
async function visit(browser: Browser, url: string): Promise<string> {
  const response = await browser.post("/auth/sign-in/oauth2", START);
  expect(response.status).toBe(200);
  const elsewhere = createBrowser("http://127.0.0.1");
  let next: string = (await response.json()).url;
  for (let hop = 0; hop < 10; hop++) {
    const isOurs = next.startsWith(url);
    if (isOurs && !next.includes("/callback/")) return next.slice(url.length);
    const { headers } = await (isOurs ? browser : elsewhere).get(next);
    next = new URL(headers.get("location") ?? "", next).href;
  }
  throw new Error(`The sign-in does not end: ${next}`);
}

describe.each(DATABASES)("with an identity provider, on %s", (kind) => {
  test("a person signs in for the first time, and again", async () => {
    const { server } = await setUp(CLAIMS, kind);
    const options = await (await createBrowser(server.url).get("/auth/options")).json();
    expect(options.providers).toEqual([{ id: "clinic", name: "Clinic" }]);
    const ids = [];
    for (let round = 0; round < 2; round++) {
      const browser = createBrowser(server.url);
      expect(await visit(browser, server.url)).toBe("/console/profile");
      const { account } = await (await browser.get("/v1/me")).json();
      expect(account).toMatchObject({
        name: "Ada Lovelace",
        email: "ada@example.com",
        emailVerified: true,
      });
      ids.push(account.id);
    }
    expect(ids[0]).toBe(ids[1]);
    expect(server.log()).not.toContain("ada@example.com");
  });
});

test("an address that the provider does not vouch for has to be confirmed first", async () => {
  const { server } = await setUp({ ...CLAIMS, email_verified: false });
  const browser = createBrowser(server.url);
  expect(await visit(browser, server.url)).toMatch(
    /^\/console\/sign-in\?error=email_not_verified/i,
  );
  expect(browser.cookies.has("sinkove_session")).toBe(false);
  await expect.poll(() => tokenIn(server, "verify-email")).not.toBe("");
  await browser.get(`/auth/verify-email?token=${tokenIn(server, "verify-email")}`);
  expect(await visit(browser, server.url)).toBe("/console/profile");
});

test("an address that the provider does not vouch for leads to nobody's account", async () => {
  const { server } = await setUp({ ...CLAIMS, email_verified: false });
  await signUp(server);
  const browser = createBrowser(server.url);
  expect(await visit(browser, server.url)).toBe("/console/sign-in?error=account_not_linked");
  expect(browser.cookies.has("sinkove_session")).toBe(false);
});

test("an account whose address nobody has confirmed is not linked", async () => {
  const { server } = await setUp();
  await createBrowser(server.url).post("/auth/sign-up/email", ADA);
  const browser = createBrowser(server.url);
  expect(await visit(browser, server.url)).toBe("/console/sign-in?error=account_not_linked");
});

test("a confirmed address that the provider vouches for leads to its account", async () => {
  const { server } = await setUp();
  await signUp(server);
  const { id } = await (await (await signIn(server)).get("/auth/profile")).json();
  const browser = createBrowser(server.url);
  await visit(browser, server.url);
  expect(await (await browser.get("/auth/profile")).json()).toMatchObject({ id });
});

test.each([undefined, "\u212Aim@example.com"])("the address %j signs nobody in", async (email) => {
  const { sub } = CLAIMS;
  const claims = email === undefined ? { sub } : { ...CLAIMS, email };
  const { server } = await setUp(claims);
  const browser = createBrowser(server.url);
  expect(await visit(browser, server.url)).toMatch(/^\/console\/sign-in\?error=/);
  expect(browser.cookies.has("sinkove_session")).toBe(false);
});

test("a provider does not bypass the required invitation", async () => {
  const { server } = await setUp(CLAIMS, "sqlite", { signUp: "invited" });
  const browser = createBrowser(server.url);
  expect(await visit(browser, server.url)).toMatch(/^\/console\/sign-in\?error=/);
  expect(browser.cookies.has("sinkove_session")).toBe(false);
});

test("another browser cannot finish a sign-in, nor can the same browser do so twice", async () => {
  const { server } = await setUp();
  const browser = createBrowser(server.url);
  const { url } = await (await browser.post("/auth/sign-in/oauth2", START)).json();
  const elsewhere = createBrowser("http://127.0.0.1");
  let next: string = url;
  while (!next.startsWith(server.url)) {
    const { headers } = await elsewhere.get(next);
    next = new URL(headers.get("location") ?? "", next).href;
  }
  const victim = createBrowser(server.url);
  expect((await victim.get(next)).headers.get("location")).toMatch(/\/console\/sign-in\?error=/);
  expect(victim.cookies.has("sinkove_session")).toBe(false);
  await browser.get(next);
  expect(browser.cookies.has("sinkove_session")).toBe(true);
  expect((await browser.get(next)).headers.get("location")).toMatch(/\/console\/sign-in\?error=/);
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/console/../../evil",
  "/v1/me",
  "/console\n",
])("does not lead back to %j", async (callbackURL) => {
  const { server } = await setUp();
  const browser = createBrowser(server.url);
  const response = await browser.post("/auth/sign-in/oauth2", { ...START, callbackURL });
  expect(response.status).toBe(400);
});

test("an unavailable provider does not prevent sign-ins with a password", async () => {
  const away = {
    id: "clinic",
    name: "Clinic",
    discoveryUrl: "http://127.0.0.1:1/",
    clientId: "sinkove",
    clientSecret: "fake",
  };
  const server = await startPeople(await emptyDatabase("sqlite"), { providers: [away] });
  await signUp(server);
  await signIn(server);
  const response = await createBrowser(server.url).post("/auth/sign-in/oauth2", START);
  expect(await outcomeOf(response)).toEqual({ status: 503, code: "PROVIDER_UNAVAILABLE" });
  const unknown = { ...START, providerId: "other" };
  expect((await createBrowser(server.url).post("/auth/sign-in/oauth2", unknown)).status).toBe(404);
});
