import { DatabaseSync } from "node:sqlite";
import { restoreAccount, suspendAccount } from "@sinkove/api";
import { describe, expect, test } from "vitest";
import { createOperator } from "../../src/operator.ts";
import { createBrowser } from "./browser.ts";
import { DATABASES, emptyDatabase, startPeople } from "./people-server.ts";
import { ADA, outcomeOf, signIn, signUp, tokenIn } from "./person.ts";

describe.each(DATABASES)("on %s", (kind) => {
  test("a sign-in repairs the state after a crash between user and account", async () => {
    const location = await emptyDatabase(kind);
    const crashing = await startPeople(location, {
      withAccounts: () => ({
        save: async () => {
          throw new Error("crashed with canary@example.com");
        },
      }),
    });
    const { status } = await createBrowser(crashing.url).post("/auth/sign-up/email", ADA);
    expect(status).toBe(500);
    expect(crashing.log()).toContain('"sign-in request failed"');
    expect(crashing.log()).not.toContain("canary");

    const server = await startPeople(location);
    const browser = createBrowser(server.url);
    await browser.post("/auth/send-verification-email", { email: ADA.email });
    await expect.poll(() => tokenIn(server, "verify-email")).not.toBe("");
    await browser.get(`/auth/verify-email?token=${tokenIn(server, "verify-email")}`);
    const me = await (await signIn(server)).get("/v1/me");
    expect(await me.json()).toMatchObject({ account: { email: ADA.email, emailVerified: true } });
  });

  test("a person who deletes the account is signed out everywhere, and cannot sign in", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const [browser, other] = [await signIn(server), await signIn(server)];
    const headers = { origin: server.url, cookie: cookieOf(browser) };
    const deleted = await fetch(`${server.url}/v1/me`, { method: "DELETE", headers });
    expect(deleted.status).toBe(204);
    for (const each of [browser, other]) expect((await each.get("/v1/me")).status).toBe(401);
    const { email, password } = ADA;
    const again = await createBrowser(server.url).post("/auth/sign-in/email", { email, password });
    expect(await outcomeOf(again)).toEqual({ status: 401, code: "INVALID_EMAIL_OR_PASSWORD" });
    await signUp(server);
    await signIn(server);
  });

  test("a suspended person is signed out, cannot sign in, and comes back when restored", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const browser = await signIn(server);
    const { id } = await (await browser.get("/auth/profile")).json();
    const { email, password } = ADA;
    const attempt = async (secret: string) =>
      outcomeOf(
        await createBrowser(server.url).post("/auth/sign-in/email", { email, password: secret }),
      );
    expect(await suspendAccount(server.store, id, Date.now())).toBe(true);
    for (const path of ["/v1/me", "/auth/profile"])
      expect((await browser.get(path)).status, path).toBe(401);
    expect(await attempt(password)).toEqual({ status: 403, code: "ACCOUNT_SUSPENDED" });
    // Only a person who knows the password learns about the suspension.
    const refused = { status: 401, code: "INVALID_EMAIL_OR_PASSWORD" };
    expect(await attempt("not the password at all")).toEqual(refused);
    expect(await restoreAccount(server.store, id)).toBe(true);
    expect((await (await signIn(server)).get("/v1/me")).status).toBe(200);
  });

  test("a user whose account was deleted before a crash is removed at the next sign-in", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const { id } = await (await (await signIn(server)).get("/auth/profile")).json();
    await server.store.write({ accountId: id, changesKeys: true }, async (writer) => {
      await writer.updateAccount(id, { email: null, deletedAt: Date.now() });
    });
    const { email, password } = ADA;
    const attempt = () =>
      createBrowser(server.url).post("/auth/sign-in/email", { email, password });
    const refused = { status: 401, code: "INVALID_EMAIL_OR_PASSWORD" };
    expect(await outcomeOf(await attempt())).toEqual(refused);
    expect(await outcomeOf(await attempt())).toEqual(refused);
    await signUp(server);
    expect((await (await signIn(server)).get("/v1/me")).status).toBe(200);
  });

  test("only invited people can sign up, if that is configured", async () => {
    const server = await startPeople(await emptyDatabase(kind), { signUp: "invited" });
    const browser = createBrowser(server.url);
    expect(await (await browser.get("/auth/options")).json()).toMatchObject({ signUp: "invited" });
    const refused = await browser.post("/auth/sign-up/email", ADA);
    expect(await outcomeOf(refused)).toEqual({ status: 403, code: "INVITATION_NEEDED" });
    expect(server.mails).toEqual([]);

    const operator = await createOperator(server.store, { environment: "live" });
    const [organization] = await (await operator("GET", "/organizations")).json();
    const email = "Ada@Example.com";
    await operator("POST", `/organizations/${organization.id}/invitations`, { email });
    expect((await browser.post("/auth/sign-up/email", ADA)).status).toBe(200);
  });
});

test("works while the API writes to the same SQLite file", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  await signUp(server);
  const operator = await createOperator(server.store, { environment: "live" });
  const writes = Array.from({ length: 40 }, (_, round) =>
    operator("POST", "/api-keys", { name: `key ${round}` }),
  );
  const signIns = Array.from({ length: 8 }, () => signIn(server));
  const [browser] = await Promise.all(signIns);
  expect(await Promise.all(writes)).toHaveLength(40);
  expect((await browser?.get("/v1/me"))?.status).toBe(200);
});

test("waits while another program writes to the SQLite file, without holding up other requests", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  await signUp(server);
  if (server.location.kind !== "sqlite") throw new TypeError("not SQLite");
  const other = new DatabaseSync(server.location.file);
  other.exec("begin immediate");
  const signingIn = signIn(server);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  other.exec("commit");
  other.close();
  expect((await (await signingIn).get("/v1/me")).status).toBe(200);
});

function cookieOf({ cookies }: Awaited<ReturnType<typeof signIn>>): string {
  return `sinkove_session=${cookies.get("sinkove_session")}`;
}
