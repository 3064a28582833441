import { describe, expect, test, vi } from "vitest";
import { createBrowser } from "./browser.ts";
import { DATABASES, emptyDatabase, type PeopleServer, startPeople } from "./people-server.ts";
import { ADA, signIn, signUp } from "./person.ts";

const MINUTE = 60 * 1000;

/** From an address of its own each time, as the proxy says. */
async function guess({ url }: PeopleServer, email: string, address: string): Promise<Response> {
  const body = { email, password: "a wrong password" };
  const headers = { "x-forwarded-for": address };
  return createBrowser(url).post("/auth/sign-in/email", body, headers);
}

describe.each(DATABASES)("on %s", (kind) => {
  test("ten guesses at one account in 15 minutes, from wherever, whether it exists or not", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const server = await startPeople(await emptyDatabase(kind));
    await signUp(server);
    for (const email of [ADA.email, "nobody@example.com"]) {
      const statuses = [];
      for (let round = 0; round < 11; round++) {
        statuses.push((await guess(server, email, `192.0.2.${round}`)).status);
      }
      expect(statuses).toEqual([...Array(10).fill(401), 429]);
    }
    const right = createBrowser(server.url);
    const body = { email: "ADA@example.com", password: ADA.password };
    const refused = await right.post("/auth/sign-in/email", body);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(14 * 60);
    vi.setSystemTime(Date.now() + 15 * MINUTE);
    await signIn(server);
    vi.useRealTimers();
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
    // The sign-up sent the first.
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    await expect.poll(() => server.mails.length).toBe(5);
  });

  test("guesses at once are all counted", async () => {
    const server = await startPeople(await emptyDatabase(kind));
    const guesses = Array.from({ length: 14 }, (_, round) =>
      guess(server, ADA.email, `192.0.2.${round}`),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  });
});

test("two servers on one PostgreSQL count together", async () => {
  const location = await emptyDatabase("postgres");
  const servers = await Promise.all([startPeople(location), startPeople(location)]);
  const statuses = [];
  for (let round = 0; round < 12; round++) {
    const [one, other] = servers;
    const server = round % 2 === 0 ? one : other;
    statuses.push((await guess(server, ADA.email, `192.0.2.${round}`)).status);
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
});

test("a signed-in browser cannot guess the password of its person for ever", async () => {
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
