import { afterAll, beforeAll, expect, test } from "vitest";
import { queryCacheOf, storageOf } from "../kept-by-browser.ts";
import { settled } from "../settled.ts";
import { generateKey } from "./keys.ts";
import { organizationOf, send } from "./own-requests.ts";
import { ADA, claim, signIn } from "./people.ts";
import { type Server, startServer } from "./server.ts";
import { startStranger } from "./stranger.ts";
import { type Visitor, visit } from "./visitor.ts";

const COOKIE = "sinkove_session";
const HOSTILE = `<img src=x onerror="window.hacked=1">`;

let server: Server;
let session: string;
let secrets: readonly string[];
beforeAll(async () => {
  server = await startServer("sqlite");
  session = await claim(server);
  const token = server.welcomeLink.split("token=")[1] ?? "";
  secrets = [ADA.email, ADA.name, ADA.password, token, session];
});
afterAll(() => server.stop());

/**
 * Opens a browser with a session of the first person. It does not use the form, which is limited to ten attempts a
 * minute.
 */
async function signedIn(): Promise<Visitor> {
  const visitor = await visit();
  const cookie = { name: COOKIE, value: session, url: server.url };
  await visitor.context.addCookies([{ ...cookie, httpOnly: true, sameSite: "Lax" }]);
  await visitor.page.goto(`${server.url}/console/api-keys`);
  await visitor.page.getByRole("heading", { name: "API keys" }).waitFor();
  return visitor;
}

test("a key's secret is in the page once", async () => {
  const { page, context } = await signedIn();
  const addresses: string[] = [];
  context.on("request", (request) => addresses.push(request.url()));
  const { secret } = await generateKey(page, "Once");
  const [cookie] = await context.cookies();
  secrets = [
    secret,
    ADA.password,
    cookie?.value ?? "",
    server.welcomeLink.split("token=")[1] ?? "",
  ];
  const tail = secret.slice("sinkove_live_".length + 6);
  const isGone = async (heading: string): Promise<void> => {
    await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
    expect(
      (await page.content()) + (await storageOf(page)) + (await queryCacheOf(page)),
    ).not.toContain(tail);
  };
  await page.getByRole("link", { name: "I have stored it" }).click();
  await isGone("Once");
  await page.goBack();
  await isGone("API keys");
  await page.goForward();
  await page.reload();
  await isGone("Once");
  expect(addresses.join("\n")).not.toContain(tail);
});

test("scripts of the page cannot read the session cookie", async () => {
  const { page, context } = await visit();
  await page.goto(`${server.url}/console/api-keys`);
  await signIn(page, ADA);
  await page.getByRole("heading", { name: "API keys" }).waitFor();
  expect(await context.cookies()).toMatchObject([
    { name: COOKIE, httpOnly: true, sameSite: "Lax", path: "/" },
  ]);
  expect(await page.evaluate(() => document.cookie)).toBe("");
});

const PAGES = [
  "/sign-in",
  "/sign-up",
  "/forgotten-password",
  "/reset-password#token=unknown",
  "/verify-email#token=unknown",
  "/welcome#token=unknown",
  "/invitations#token=unknown",
  "/api-keys",
  "/api-keys/new",
  "/api-keys/advice",
  "/usage",
  "/requests",
  "/datasets",
  "/organizations",
  "/profile",
  "/there-is-no-such-page",
];

test("every page keeps its policy, which allows no inline script or style and no frame", async () => {
  const { page, complaints } = await signedIn();
  const { body } = await send(page, "/v1/api-keys");
  // The cast is safe because the contract defines this response.
  const [{ id }] = body as [{ id: string }];
  const organization = `/organizations/${await organizationOf(page)}`;
  const ofKey = ["", "/edit", "/rotate"].map((path) => `/api-keys/${id}${path}`);
  for (const path of [...PAGES, ...ofKey, organization]) {
    const response = await page.goto(`${server.url}/console${path}`);
    await settled(page);
    const policy = response?.headers()["content-security-policy"] ?? "";
    // The browser does not load a document again if only the fragment differs.
    if (!response) continue;
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toMatch(/unsafe-(?:inline|eval)/);
    expect(response.headers(), path).toMatchObject({ "x-frame-options": "DENY" });
  }
  expect(complaints).toEqual([]);
});

test("a page of somebody else cannot show the console in a frame", async () => {
  const { page } = await signedIn();
  const { sameSite, other } = await startStranger(
    `<iframe name="console" src="${server.url}/console/api-keys"></iframe>`,
  );
  for (const address of [sameSite, other]) {
    await page.goto(address);
    await expect.poll(() => page.frame("console")?.url()).toMatch(/^chrome-error:/);
  }
});

const ATTACKS = [
  ["/v1/api-keys", { name: "Stolen", scopes: ["datasets:read"] }],
  ["/v1/organizations", { name: "Stolen" }],
  ["/auth/update-user", { name: "Stolen" }],
  ["/auth/sessions/end", { others: true }],
  ["/auth/sign-out", {}],
] as const;

test.each(ATTACKS)("a page of somebody else changes nothing by %s", async (path, body) => {
  const { page, context } = await signedIn();
  const state = async (): Promise<unknown> => [
    (await send(page, "/v1/me")).body,
    (await send(page, "/v1/organizations")).body,
    (await send(page, "/auth/profile")).body,
    await sessionsOf(page),
    // Its last use is that of a key, and nobody uses one here.
    (await send(page, "/v1/api-keys")).body,
  ];
  const before = await state();
  const { sameSite, other } = await startStranger("<iframe name=answer></iframe>");
  const stranger = await context.newPage();
  const statuses: number[] = [];
  stranger.on("response", (response) => {
    if (response.url().endsWith(path)) statuses.push(response.status());
  });
  for (const address of [sameSite, other]) {
    await stranger.goto(address);
    await stranger.evaluate(attack, [`${server.url}${path}`, JSON.stringify(body)] as const);
  }
  // Three of `no-cors`, one of a form, and preflights, from each address.
  expect(statuses.length).toBeGreaterThanOrEqual(8);
  // The session came along, and was not enough.
  expect(statuses).toContain(403);
  expect(statuses.filter((status) => status < 300 && status !== 204)).toEqual([]);
  await stranger.close();
  expect(await state()).toEqual(before);
});

async function sessionsOf(page: Visitor["page"]): Promise<readonly string[]> {
  const { body } = await send(page, "/auth/sessions");
  // The cast is safe because this is how the server describes a session.
  return (body as { id: string }[]).map(({ id }) => id);
}

/** Runs in the stranger's page. Tries all ways to send a request without permission. */
async function attack([to, json]: readonly [string, string]): Promise<void> {
  const credentials = "include";
  for (const type of ["text/plain", "application/json", "application/x-www-form-urlencoded"]) {
    const init = { method: "POST", body: json, credentials, headers: { "Content-Type": type } };
    for (const mode of ["no-cors", "cors"]) {
      await fetch(to, { ...init, mode } as RequestInit).catch(() => {});
    }
  }
  const form = document.createElement("form");
  Object.assign(form, { method: "post", enctype: "text/plain", action: to, target: "answer" });
  const field = document.createElement("input");
  // A form sends a field as `name=value` in text/plain. This field makes it valid JSON.
  Object.assign(field, {
    name: `${json.slice(0, -1)}${json === "{}" ? "" : ","}"x":"`,
    value: '"}',
  });
  form.append(field);
  document.body.append(form);
  const loaded = new Promise((resolve) => {
    document.querySelector("iframe")?.addEventListener("load", resolve, { once: true });
  });
  form.submit();
  await loaded;
}

test("names that are code are shown as text", async () => {
  const { page, complaints } = await signedIn();
  const organization = `/organizations/${await organizationOf(page)}`;
  const name = { name: HOSTILE };
  expect((await send(page, "/auth/update-user", { body: name })).status).toBe(200);
  const renamed = await send(page, `/v1${organization}`, { method: "PATCH", body: name });
  expect(renamed.status).toBe(200);
  const key = { ...name, scopes: ["datasets:read"] };
  const { body } = await send(page, "/v1/api-keys", { body: key });
  // The cast is safe because the contract defines this response.
  const ofKey = `/api-keys/${(body as { id: string }).id}`;
  const paths = ["/api-keys", ofKey, `${ofKey}/edit`, `${ofKey}/rotate`, "/usage", "/requests"];
  for (const path of [...paths, "/organizations", organization, "/profile"]) {
    await page.goto(`${server.url}/console${path}`);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.getByText(HOSTILE).first().waitFor();
    await settled(page);
    expect(await page.evaluate(() => Reflect.get(window, "hacked")), path).toBeUndefined();
  }
  expect(complaints).toEqual([]);
});

test("the server's log has no key, password, token, cookie or address of a person", async () => {
  const { page } = await signedIn();
  await send(page, "/auth/request-password-reset", { body: { email: ADA.email } });
  const link = await server.linkMailedTo(ADA.email, "/console/reset-password");
  await page.goto(link);
  await page.getByRole("heading", { name: "Choose a new password" }).waitFor();
  await expect.poll(server.log).toContain('"mail');
  for (const secret of [...secrets, link.split("token=")[1] ?? ""]) {
    expect(secret).not.toBe("");
    expect(server.log()).not.toContain(secret);
    expect(server.log()).not.toContain(decodeURIComponent(secret));
  }
});
