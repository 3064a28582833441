import { describe, expect, test, vi } from "vitest";
import { createBrowser } from "./browser.ts";
import { DATABASES, emptyDatabase, startPeople } from "./people-server.ts";
import { ADA, outcomeOf, signIn, signUp } from "./person.ts";

const DAY = 24 * 60 * 60 * 1000;
const ENDED = { status: 401, code: "INVALID_SESSION" };

describe.each(DATABASES)("sessions on %s", (kind) => {
  test("a person signs up, confirms the address and signs in; the session works on the API", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    const early = createBrowser(server.url);
    await early.post("/auth/sign-up/email", ADA);
    const refused = await early.post("/auth/sign-in/email", pick(ADA));
    expect(await outcomeOf(refused)).toEqual({ status: 403, code: "EMAIL_NOT_VERIFIED" });
    await signUp(server, { ...ADA, email: "grace@example.com" });
    const browser = await signIn(server, { ...ADA, email: "grace@example.com" });
    const profile = await (await browser.get("/auth/profile")).json();
    expect(profile).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      name: "Ada",
      email: "grace@example.com",
      emailVerified: true,
      twoFactorEnabled: false,
    });
    const me = await (await browser.get("/v1/me")).json();
    expect(me).toMatchObject({
      account: { id: profile.id, email: "grace@example.com", emailVerified: true },
      apiKey: null,
    });
  });

  test("each sign-in has a new session, also over a planted cookie, and ends the browser's old one", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const attacker = await signIn(server);
    const planted = attacker.cookies.get("sinkove_session") ?? "";
    const victim = createBrowser(server.url);
    victim.cookies.set("sinkove_session", planted);
    await victim.post("/auth/sign-in/email", pick(ADA));
    expect(victim.cookies.get("sinkove_session")).not.toBe(planted);
    expect((await victim.get("/auth/profile")).status).toBe(200);
    expect(await outcomeOf(await attacker.get("/auth/profile"))).toEqual(ENDED);
  });

  test("a session that was signed out is refused from the response on", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const browser = await signIn(server);
    const cookie = `sinkove_session=${browser.cookies.get("sinkove_session")}`;
    expect((await browser.post("/auth/sign-out")).status).toBe(200);
    expect(browser.cookies.has("sinkove_session")).toBe(false);
    const stolen = createBrowser(server.url);
    for (const path of ["/v1/me", "/auth/profile", "/auth/sessions"]) {
      expect(await outcomeOf(await stolen.get(path, { cookie }))).toMatchObject(ENDED);
    }
  });

  test("lists sessions without their tokens, and ends one or all others, of the same person only", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    const eve = { ...ADA, email: "eve@example.com" };
    await signUp(server);
    await signUp(server, eve);
    const [first, second, third] = [
      await signIn(server),
      await signIn(server),
      await signIn(server),
    ];
    const stranger = await signIn(server, eve);
    const response = await first.get("/auth/sessions", { "user-agent": "test" });
    const text = await response.text();
    const list = JSON.parse(text);
    expect(list).toHaveLength(3);
    expect(list.filter((each: { isCurrent: boolean }) => each.isCurrent)).toHaveLength(1);
    expect(list[0]).toMatchObject({ address: "127.0.0.1", userAgent: expect.any(String) });
    for (const browser of [first, second, third]) {
      const token = decodeURIComponent(browser.cookies.get("sinkove_session") ?? "").split(".")[0];
      expect(text).not.toContain(token);
    }

    const { id } = (await (await second.get("/auth/sessions")).json()).find(
      (each: { isCurrent: boolean }) => each.isCurrent,
    );
    const foreign = await stranger.post("/auth/sessions/end", { id });
    expect(await outcomeOf(foreign)).toEqual({ status: 404, code: "SESSION_NOT_FOUND" });
    expect((await second.get("/auth/profile")).status).toBe(200);
    expect((await first.post("/auth/sessions/end", { id })).status).toBe(200);
    expect((await second.get("/v1/me")).status).toBe(401);
    expect((await third.get("/v1/me")).status).toBe(200);
    expect((await first.post("/auth/sessions/end", { others: true })).status).toBe(200);
    expect((await third.get("/v1/me")).status).toBe(401);
    expect((await first.get("/v1/me")).status).toBe(200);
    expect((await stranger.get("/v1/me")).status).toBe(200);
    for (const body of [{}, { id, others: true }, { others: false }]) {
      expect((await first.post("/auth/sessions/end", body)).status).toBe(400);
    }
  });

  test("a session lasts 30 days from the last day on which it was used", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const [used, unused] = [await signIn(server), await signIn(server)];
    vi.setSystemTime(Date.now() + 29 * DAY);
    expect((await used.get("/auth/profile")).headers.getSetCookie()).toHaveLength(1);
    expect((await used.get("/auth/profile")).headers.getSetCookie()).toHaveLength(0);
    vi.setSystemTime(Date.now() + 2 * DAY);
    expect((await used.get("/v1/me")).status).toBe(200);
    expect((await unused.get("/v1/me")).status).toBe(401);
    expect((await unused.get("/auth/profile")).status).toBe(401);
    vi.useRealTimers();
  });
});

test("a session that one of two servers ends is refused by the other from the response on", async () => {
  const location = await emptyDatabase("postgres");
  const [one, other] = await Promise.all([startPeople(location), startPeople(location)]);
  await signUp(one);
  const browser = await signIn(one);
  const there = createBrowser(other.url);
  there.cookies.set("sinkove_session", browser.cookies.get("sinkove_session") ?? "");
  expect((await there.get("/v1/me")).status).toBe(200);
  await browser.post("/auth/sign-out");
  expect((await there.get("/v1/me")).status).toBe(401);
});

function pick({ email, password }: typeof ADA) {
  return { email, password };
}
