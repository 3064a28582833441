import { beforeEach, describe, expect, test, vi } from "vitest";
import { createBrowser } from "./browser.ts";
import { DATABASES, emptyDatabase, type PeopleServer, startPeople } from "./people-server.ts";
import { ADA, signIn, signUp, tokenIn } from "./person.ts";

const MINUTE = 60 * 1000;

/** From a different address each time, by `X-Forwarded-For`. */
async function guess({ url }: PeopleServer, email: string, address: string): Promise<Response> {
  const body = { email, password: "a wrong password" };
  const headers = { "x-forwarded-for": address };
  return createBrowser(url).post("/auth/sign-in/email", body, headers);
}

const RIGHT = { email: "ADA@example.com", password: ADA.password };

/** Signs in with the correct password. */
function tryRight({ url }: PeopleServer, address: string): Promise<Response> {
  return createBrowser(url).post("/auth/sign-in/email", RIGHT, { "x-forwarded-for": address });
}

/** A different network for each guess. */
function networkOf(round: number): string {
  return `198.51.${Math.floor(round / 200)}.${round % 200}`;
}

/** Uses up all guesses of one network, within the limit per minute. */
async function useUp(server: PeopleServer, email: string, address: string): Promise<number[]> {
  const statuses = [];
  for (let round = 0; round < 11; round++) {
    if (round % 9 === 0) vi.setSystemTime(Date.now() + MINUTE);
    statuses.push((await guess(server, email, address)).status);
  }
  return statuses;
}

/** Chooses a new password with the mailed link, from an address. */
async function reset(server: PeopleServer, address: string): Promise<void> {
  const browser = createBrowser(server.url);
  await browser.post("/auth/request-password-reset", { email: ADA.email });
  await expect.poll(() => tokenIn(server, "reset-password")).not.toBe("");
  const body = { token: tokenIn(server, "reset-password"), newPassword: ADA.password };
  const headers = { "x-forwarded-for": address };
  expect((await browser.post("/auth/reset-password", body, headers)).status).toBe(200);
}

describe.each(DATABASES)("on %s", (kind) => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"] });
    return () => vi.useRealTimers();
  });

  test("attempts that were counted by a clock a year ahead lock nobody out once it is right", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const rightTime = Date.now();
    vi.setSystemTime(rightTime + 365 * 24 * 60 * MINUTE);
    expect(await useUp(server, ADA.email, "192.0.2.1")).toEqual([...Array(10).fill(401), 429]);
    vi.setSystemTime(rightTime);
    expect((await tryRight(server, "192.0.2.1")).status).toBe(200);
  });

  test("ten guesses at one account in 15 minutes from one network, whether the account exists or not", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    for (const email of ["nobody@example.com", ADA.email]) {
      expect(await useUp(server, email, "192.0.2.1")).toEqual([...Array(10).fill(401), 429]);
    }
    const refused = await tryRight(server, "192.0.2.1");
    const { code, message } = await refused.json();
    expect([refused.status, code]).toEqual([429, "TOO_MANY_ATTEMPTS"]);
    expect(message).toMatch(/Try again in 1\d minutes, or reset your password/);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(10 * 60);
    vi.setSystemTime(Date.now() + 15 * MINUTE);
    expect((await tryRight(server, "192.0.2.1")).status).toBe(200);
  });

  test("a stranger who guesses does not lock the person out, even from the same network after a reset", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    await useUp(server, ADA.email, "192.0.2.1");
    expect((await tryRight(server, "192.0.2.2")).status).toBe(200);
    expect((await tryRight(server, "192.0.2.1")).status).toBe(429);
    await reset(server, "192.0.2.1");
    expect((await tryRight(server, "192.0.2.1")).status).toBe(200);
  });

  test("a hundred guesses at one account in 15 minutes from everywhere; a reset lets its person in", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const statuses = [];
    for (let round = 0; round < 101; round++) {
      statuses.push((await guess(server, ADA.email, networkOf(round))).status);
    }
    expect(statuses).toEqual([...Array(100).fill(401), 429]);
    expect((await tryRight(server, "192.0.2.2")).status).toBe(429);
    expect((await guess(server, "nobody@example.com", "192.0.2.2")).status).toBe(401);
    await reset(server, "192.0.2.2");
    expect((await tryRight(server, "192.0.2.2")).status).toBe(200);
  });

  test("rejected guesses do not count towards the limit of all networks", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    await useUp(server, ADA.email, "192.0.2.1");
    for (let round = 0; round < 100; round++) {
      if (round % 9 === 0) vi.setSystemTime(Date.now() + MINUTE / 2);
      await guess(server, ADA.email, "192.0.2.1");
    }
    expect((await tryRight(server, "192.0.2.2")).status).toBe(200);
  });

  test("ten guesses in a minute from one address, or one network of IPv6", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    for (const address of [() => "192.0.2.1", (round: number) => `2001:db8::${round + 1}`]) {
      const statuses = [];
      for (let round = 0; round < 11; round++) {
        const response = await guess(server, `nobody-${round}@example.com`, address(round));
        statuses.push(response.status);
      }
      expect(statuses).toEqual([...Array(10).fill(401), 429]);
    }
    expect((await guess(server, ADA.email, "192.0.2.2")).status).toBe(401);
  });

  test("five mails in an hour to one address, whether it has an account or not", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    const browser = createBrowser(server.url);
    const statuses = [];
    for (let round = 0; round < 5; round++) {
      const response = await browser.post("/auth/request-password-reset", { email: ADA.email });
      statuses.push(response.status);
    }
    // Signing up has sent the first one.
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    await expect.poll(() => server.mails.length).toBe(5);
  });

  test("guesses at once are all counted", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    const guesses = Array.from({ length: 104 }, (_, round) =>
      guess(server, ADA.email, networkOf(round)),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(100);
  });
});

test("two servers on one PostgreSQL count together", async () => {
  const location = await emptyDatabase("postgres");
  const servers = await Promise.all([startPeople(location), startPeople(location)]);
  const statuses = [];
  for (let round = 0; round < 102; round++) {
    const [one, other] = servers;
    const server = round % 2 === 0 ? one : other;
    statuses.push((await guess(server, ADA.email, networkOf(round))).status);
  }
  expect(statuses).toEqual([...Array(100).fill(401), 429, 429]);
});

test("a signed-in browser cannot guess the password of its person forever", async () => {
  const server = await startPeople(await emptyDatabase("sqlite"));
  await signUp(server);
  const browser = await signIn(server);
  const statuses = [];
  for (const path of ["/auth/two-factor/enable", "/auth/two-factor/disable"]) {
    for (let round = 0; round < 4; round++) {
      statuses.push((await browser.post(path, { password: "a wrong password" })).status);
    }
  }
  const change = { currentPassword: "a wrong password", newPassword: "another good password" };
  for (let round = 0; round < 3; round++) {
    statuses.push((await browser.post("/auth/change-password", change)).status);
  }
  expect(statuses).toEqual([...Array(10).fill(400), 429]);
});
