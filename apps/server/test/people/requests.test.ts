import { expect, test } from "vitest";
import { ENDPOINTS } from "../../src/people/endpoints.ts";
import { createBrowser } from "./browser.ts";
import { emptyDatabase, startPeople } from "./people-server.ts";
import { ADA, outcomeOf, signIn, signUp } from "./person.ts";

const POSTS = Object.entries(ENDPOINTS).filter(([, { method }]) => method === "POST");
const REFUSED = { status: 403, code: "FOREIGN_ORIGIN" };

test("refuses each POST that does not come from a page of this server, and changes nothing", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  await signUp(server);
  const browser = await signIn(server);
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: server.url.replace("127.0.0.1", "localhost") },
    { origin: server.url, "sec-fetch-site": "cross-site" },
    { origin: server.url, "sec-fetch-site": "same-site" },
    { origin: "" },
  ];
  expect(POSTS.length).toBeGreaterThan(15);
  for (const [path] of POSTS) {
    for (const headers of foreign) {
      expect(await outcomeOf(await browser.post(`/auth${path}`, {}, headers))).toEqual(REFUSED);
    }
  }
  expect((await browser.get("/auth/profile")).status).toBe(200);
});

test("takes Sec-Fetch-Site for Origin", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  const headers = { origin: "", "sec-fetch-site": "same-origin" };
  expect((await createBrowser(server.url).post("/auth/sign-out", {}, headers)).status).toBe(200);
});

test("takes the configured origin for its own", async () => {
  const options = { publicUrl: "https://api.example.com" };
  const server = await startPeople(await emptyDatabase("sqlite"), options);
  const headers = { origin: "https://api.example.com" };
  expect((await createBrowser(server.url).post("/auth/sign-out", {}, headers)).status).toBe(200);
});

test.each([
  "/auth",
  "/auth/",
  "/auth/sign-in/social",
  "/auth/get-session",
  "/auth/list-sessions",
  "/auth/ok",
  "/auth/error",
  "/auth/delete-user",
  "/auth/update-session",
  "/auth/two-factor/send-otp",
  "/auth/two-factor/get-totp-uri",
  "/auth/two-factor/generate-backup-codes",
  "/auth/reset-password/token",
  "/auth/revoke-sessions",
  "/auth/link-social",
  "/auth/list-accounts",
  "/auth/verify-password",
  "/auth/sign-in/email/",
  "/auth//sign-in/email",
  "/auth/Sign-In/email",
  "/auth/sign-in%2Femail",
  "/auth/constructor",
  "/auth/callback/clinic",
  "/auth/callback/../get-session",
])("answers 404 at %s", async (path) => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  const browser = createBrowser(server.url);
  const answers = [await browser.get(path), await browser.post(path)];
  for (const response of answers) expect(response.headers.get("cache-control")).toBe("no-store");
  const [get, post] = await Promise.all(answers.map(outcomeOf));
  expect(get).toEqual({ status: 404, code: "NOT_FOUND" });
  // Identity providers return with GET. Their names stay secret.
  expect(post?.status).toBe(path === "/auth/callback/clinic" ? 405 : 404);
});

test.each([
  ["not JSON", "{", "application/json", 400],
  ["a list", "[]", "application/json", 400],
  ["null", "null", "application/json", 400],
  ["not UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "application/json", 400],
  ["a form", "email=ada@example.com", "application/x-www-form-urlencoded", 415],
  ["a text", "{}", "text/plain", 415],
  ["another JSON", "{}", "application/jsonp", 415],
  ["too much", " ".repeat(16 * 1024 + 1), "application/json", 413],
  ["no email", JSON.stringify({ password: "a" }), "application/json", 400],
  ["a number", JSON.stringify({ email: 1, password: "a" }), "application/json", 400],
  ["an empty password", JSON.stringify({ ...pick(), password: "" }), "application/json", 400],
  [
    "a long password",
    JSON.stringify({ ...pick(), password: "a".repeat(257) }),
    "application/json",
    400,
  ],
  ["an unknown field", JSON.stringify({ ...pick(), callbackURL: "/" }), "application/json", 400],
  [
    "a prototype",
    '{"__proto__":{"email":"a@example.com"},"password":"a"}',
    "application/json",
    400,
  ],
  [
    "two addresses",
    JSON.stringify({ ...pick(), email: ["a@example.com"] }),
    "application/json",
    400,
  ],
  [
    "a letter that folds",
    JSON.stringify({ ...pick(), email: "\u212Aim@example.com" }),
    "application/json",
    400,
  ],
  [
    "a line break",
    JSON.stringify({ ...pick(), email: "a@example.com\nBcc: b@example.com" }),
    "application/json",
    400,
  ],
])("refuses a body that is %s", async (_, body, type, status) => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  const response = await fetch(`${server.url}/auth/sign-in/email`, {
    method: "POST",
    headers: { origin: server.url, "content-type": type },
    body,
  });
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ code: expect.any(String), message: expect.any(String) });
  expect(server.hashes()).toBe(0);
});

test("refuses other methods, and says which one to use", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  for (const [path, { method }] of Object.entries(ENDPOINTS)) {
    for (const other of ["GET", "POST", "PUT", "DELETE", "PATCH"].filter(
      (each) => each !== method,
    )) {
      const response = await fetch(`${server.url}/auth${path}`, { method: other });
      expect([response.status, response.headers.get("allow")]).toEqual([405, method]);
    }
  }
});

test.each([
  ["a short password", { password: "eleven char" }],
  ["a long password", { password: "a".repeat(257) }],
  ["an empty name", { name: " " }],
  ["a long name", { name: "a".repeat(101) }],
  ["a name that steers a terminal", { name: "a\u001b[2J" }],
  ["a name that is turned around", { name: "a\u202eb" }],
  ["a lone surrogate", { name: "a\ud800" }],
])("refuses to sign up with %s", async (_, change) => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  const response = await createBrowser(server.url).post("/auth/sign-up/email", {
    ...ADA,
    ...change,
  });
  expect(response.status).toBe(400);
});

test("hides the session's cookie from scripts, and from other sites, over http", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  await signUp(server);
  const response = await createBrowser(server.url).post("/auth/sign-in/email", pick());
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(
      /^sinkove_session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    ),
  ]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(JSON.stringify(await response.json())).not.toContain("token");
});

test.each([
  ["the public URL", { publicUrl: "https://api.example.com" }, {}],
  ["a trusted proxy", {}, { "x-forwarded-for": "192.0.2.1", "x-forwarded-proto": "https" }],
])("guards cookies by their name over https, known from %s", async (_, options, forwarded) => {
  const server = await startPeople(await emptyDatabase("sqlite"), options);
  await signUp(server);
  const headers = { "sec-fetch-site": "same-origin", ...forwarded };
  const browser = createBrowser(server.url);
  const body = { ...pick(), rememberMe: false };
  const response = await browser.post("/auth/sign-in/email", body, headers);
  const cookies = response.headers.getSetCookie();
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-sinkove[\w.]+=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  }
  expect((await browser.get("/v1/me", forwarded)).status).toBe(200);
  const token = browser.cookies.get("__Host-sinkove_session");
  const unguarded = { cookie: `sinkove_session=${token}`, ...forwarded };
  expect((await createBrowser(server.url).get("/auth/profile", unguarded)).status).toBe(401);
});

test("refuses a session cookie that is forged, cut or there twice", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  await signUp(server);
  const browser = await signIn(server);
  const value = browser.cookies.get("sinkove_session") ?? "";
  const [token = ""] = value.split(".");
  for (const cookie of [
    `sinkove_session=${token}`,
    `sinkove_session=${token}.`,
    `sinkove_session=${token}.${"A".repeat(43)}%3D`,
    `sinkove_session=x${value}`,
    "sinkove_session=",
    "sinkove_session=%",
    `sinkove_session=${value}; sinkove_session=${value}x`,
  ]) {
    const response = await createBrowser(server.url).get("/v1/me", { cookie });
    expect(await outcomeOf(response)).toEqual({ status: 401, code: "INVALID_SESSION" });
  }
});

function pick() {
  return { email: ADA.email, password: ADA.password };
}
