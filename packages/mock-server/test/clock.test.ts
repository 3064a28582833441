import { afterEach, expect, test, vi } from "vitest";
import { createSandbox, MockError } from "../src/index.ts";
import { createDataset, read, send } from "./calls.ts";

const START = Date.UTC(2026, 10, 24, 10);
const clock = (): number => START;

afterEach(() => vi.useRealTimers());

test("tests of an expiry, a grace period, a rate limit and a generation take no real time", async () => {
  await using sandbox = await createSandbox({ clock });
  const first = await sandbox.newWorld();
  await send(first, "/v1/me");
  const startedAt = performance.now();

  const expiring = await sandbox.newWorld();
  const expiresAt = new Date(START + 30 * 24 * 60 * 60 * 1000).toISOString();
  const { secret: key } = await read(expiring, "/v1/api-keys", { body: { name: "CI", expiresAt } });
  expiring.clock.advance("P29DT23H59M59S");
  expect((await send(expiring, "/v1/me", { key })).status).toBe(200);
  expiring.clock.advance("PT1S");
  expect(await read(expiring, "/v1/me", { key })).toMatchObject({ code: "API_KEY_EXPIRED" });

  const rotating = await sandbox.newWorld();
  const body = { gracePeriodSeconds: 3600 };
  const rotated = await read(rotating, `/v1/api-keys/${rotating.apiKeyId}/rotate`, { body });
  rotating.clock.advance("PT59M");
  const graced = await send(rotating, "/v1/me");
  expect([graced.status, graced.headers.has("sunset")]).toEqual([200, true]);
  rotating.clock.advance("PT1M");
  expect((await send(rotating, "/v1/me")).status).toBe(401);
  expect((await send(rotating, "/v1/me", { key: rotated.secret })).status).toBe(200);

  const limited = await sandbox.newWorld({ rateLimit: { limit: 1, windowSeconds: 60 } });
  expect((await send(limited, "/v1/me")).status).toBe(200);
  expect((await send(limited, "/v1/me")).headers.get("retry-after")).toBe("60");
  limited.clock.advance("PT1M");
  expect((await send(limited, "/v1/me")).status).toBe(200);

  const generating = await sandbox.newWorld();
  const { id, metadata } = await createDataset(generating);
  expect(metadata.state).toBe("PENDING");
  generating.clock.advance("PT2.05S");
  expect((await read(generating, `/v1/datasets/${id}`)).metadata.state).toBe("STARTED");
  generating.clock.advance("PT1H");
  expect((await read(generating, `/v1/datasets/${id}`)).metadata.state).toBe("READY");
  generating.clock.advance("P31D");
  expect((await read(generating, `/v1/datasets/${id}`)).metadata.state).toBe("EXPIRED");

  // This takes about 20 ms on an idle machine. The limit only shows that nothing waits in real time.
  const took = performance.now() - startedAt;
  console.log(`all of it took ${took.toFixed(1)} ms`);
  expect(took).toBeLessThan(2000);
});

test("a prompt that begins with fail: makes a dataset FAILED", async () => {
  await using sandbox = await createSandbox({ clock });
  const { id } = await createDataset(sandbox, "fail: on purpose");
  sandbox.clock.advance("PT1H");
  const { metadata } = await read(sandbox, `/v1/datasets/${id}`);
  expect(metadata.state).toBe("FAILED");
  expect(metadata.failureReason).toContain("fail:");
});

test("a clock runs on after it is moved, stops while frozen, and runs on after it is resumed", () => {
  let time = START;
  return createSandbox({ clock: () => time }).then(async (sandbox) => {
    const { clock } = sandbox;
    clock.advance("PT1H");
    time += 1000;
    expect(clock.now()).toBe(START + 3_601_000);
    clock.freeze();
    time += 60_000;
    expect([clock.now(), clock.isFrozen()]).toEqual([START + 3_601_000, true]);
    expect(clock.advance(500)).toBe(START + 3_601_500);
    clock.resume();
    time += 1000;
    expect([clock.now(), clock.isFrozen()]).toEqual([START + 3_602_500, false]);
    expect(clock.set("2030-01-01T00:00:00Z")).toBe(Date.UTC(2030, 0));
    time += 5;
    expect(clock.now()).toBe(Date.UTC(2030, 0) + 5);
  });
});

test.each([
  ["PT90S", "2026-01-31T00:01:30.000Z"],
  ["PT0.25S", "2026-01-31T00:00:00.250Z"],
  ["P1M", "2026-02-28T00:00:00.000Z"],
  ["P1Y1M", "2027-02-28T00:00:00.000Z"],
  ["P1W2DT3H4M", "2026-02-09T03:04:00.000Z"],
])("advances by %s", async (duration, expected) => {
  await using sandbox = await createSandbox({ clock });
  sandbox.clock.set("2026-01-31T00:00:00Z");
  expect(new Date(sandbox.clock.advance(duration)).toISOString()).toBe(expected);
});

test.each(["", "P", "PT", "1H", "PT1.5H", "P1D T1H", "-PT1H", "pt1h", "PT1H1"])(
  "refuses %j as a duration",
  async (duration) => {
    await using sandbox = await createSandbox({ clock });
    expect(() => sandbox.clock.advance(duration)).toThrow(MockError);
    expect(sandbox.clock.now()).toBe(START);
  },
);

test("is controlled over HTTP, in the world of the key", async () => {
  await using sandbox = await createSandbox({ clock });
  const world = await sandbox.newWorld();
  const steer = (body: unknown) => read(world, "/_sandbox/clock", { body });
  expect(await steer({ advance: "PT24H" })).toEqual({
    now: "2026-11-25T10:00:00.000Z",
    frozen: false,
  });
  expect(await steer({ set: "2027-01-01T00:00:00Z", freeze: true })).toEqual({
    now: "2027-01-01T00:00:00.000Z",
    frozen: true,
  });
  expect(await read(world, "/_sandbox/clock")).toMatchObject({ frozen: true });
  expect(sandbox.clock.now()).toBe(START);
  for (const body of [{}, { advance: 5 }, { set: "tomorrow" }, { freeze: 1 }, { back: "PT1H" }]) {
    expect(await steer(body)).toMatchObject({ status: 422 });
  }
  expect(await steer({ advance: "P9000Y" })).toMatchObject({ status: 422 });
});

test("a request that is refused does not move the clock", async () => {
  await using sandbox = await createSandbox({ clock });
  for (const body of [
    { set: "2030-01-01T00:00:00Z", advance: "soon" },
    { set: "2030-01-01T00:00:00Z", freeze: "yes" },
    { set: "9999-01-01T00:00:00Z", advance: "P1Y", freeze: true },
  ]) {
    expect(await read(sandbox, "/_sandbox/clock", { body })).toMatchObject({ status: 422 });
    expect([sandbox.clock.now(), sandbox.clock.isFrozen()]).toEqual([START, false]);
  }
});

test.each(["2026-02-29T00:00:00Z", "2026-04-31T00:00:00+02:00", "2026-00-01T00:00:00Z"])(
  "refuses %s, which is not in the calendar",
  async (moment) => {
    await using sandbox = await createSandbox({ clock });
    expect(() => sandbox.clock.set(moment)).toThrow(`"${moment}" is not a time`);
    sandbox.clock.set("2028-02-29T00:00:00Z");
  },
);

test("follows fake timers, whether they are installed before or after it", async () => {
  await using early = await createSandbox();
  vi.useFakeTimers({ toFake: ["Date"], now: START });
  await using late = await createSandbox();
  expect([early.clock.now(), late.clock.now()]).toEqual([START, START]);
  vi.setSystemTime(START + 1000);
  expect([early.clock.now(), late.clock.now()]).toEqual([START + 1000, START + 1000]);
  vi.useRealTimers();
  expect(late.clock.now()).not.toBe(START + 1000);
});
