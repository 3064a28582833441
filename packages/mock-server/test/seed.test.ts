import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateApiKey } from "@sinkove/api-key";
import { expect, onTestFinished, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { read, send } from "./calls.ts";

type Dataset = { args: { prompt: string }; metadata: { state: string } };
type Organization = { name: string; credits: number };

const SECRET = generateApiKey("test");

async function seedFile(seed: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-seed-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "seed.json");
  await writeFile(file, typeof seed === "string" ? seed : JSON.stringify(seed));
  return file;
}

const SEED = {
  clock: { set: "2027-01-01T00:00:00Z", freeze: true },
  organizations: [{ name: "Radiology", credits: 60 }, { name: "Pathology" }],
  apiKeys: [
    { name: "CI", secret: SECRET, scopes: ["datasets:read"], organizations: ["Pathology"] },
  ],
  datasets: [
    { args: { prompt: "effusion" }, numSamples: 2, organization: "Pathology" },
    { args: { prompt: "cardiomegaly" }, numSamples: 50, age: "PT2H" },
    { args: { prompt: "fail: on purpose" }, age: "PT1H" },
  ],
  faults: [{ action: "status", status: 503, operationId: "listModels", times: 1 }],
  rateLimit: { limit: 9, windowSeconds: 60 },
};

test("a seed file fills the first world, also after a reset", async () => {
  await using sandbox = await createSandbox({ seedFile: await seedFile(SEED) });
  for (const _ of ["at the start", "again"]) {
    const world = (path: string, call = {}) => read(sandbox, path, call);
    expect(await world("/_sandbox/clock")).toEqual({
      now: "2027-01-01T00:00:00.000Z",
      frozen: true,
    });
    const organizations = await world("/v1/organizations");
    expect(organizations.map(({ name, credits }: Organization) => [name, credits])).toEqual(
      expect.arrayContaining([
        ["Radiology", 10],
        ["Pathology", 9998],
      ]),
    );
    const datasets = await world("/v1/datasets");
    expect(datasets.map(({ args, metadata }: Dataset) => [args.prompt, metadata.state])).toEqual([
      ["effusion", "PENDING"],
      ["fail: on purpose", "FAILED"],
      ["cardiomegaly", "READY"],
    ]);
    expect(datasets[2].createdAt).toBe("2026-12-31T22:00:00.000Z");
    expect((await send(sandbox, "/v1/models")).status).toBe(503);
    const reached = await world("/v1/datasets", { key: SECRET });
    expect(reached.map(({ args }: Dataset) => args.prompt)).toEqual(["effusion"]);
    const limited = await send(sandbox, "/v1/me");
    expect(limited.headers.get("x-ratelimit-limit")).toBe("9");
    expect(sandbox.journal.list()).toHaveLength(5);
    await send(sandbox, "/_sandbox/worlds", { method: "DELETE" });
  }
});

test("a seed does not count towards rate limits, and the clock runs on from the set time", async () => {
  let now = 5_000;
  const datasets = Array.from({ length: 150 }, () => ({ args: { prompt: "effusion" } }));
  const file = await seedFile({
    clock: { set: "2027-01-01T00:00:00Z" },
    datasets,
    rateLimit: { limit: 1, windowSeconds: 60 },
  });
  await using sandbox = await createSandbox({ seedFile: file, clock: () => now });
  now += 2_000;
  expect(new Date(sandbox.clock.now()).toISOString()).toBe("2027-01-01T00:00:02.000Z");
  expect((await read(sandbox, "/v1/organizations"))[0].credits).toBe(10_000 - 150);
});

test("a seed file may begin with a byte order mark", async () => {
  const file = await seedFile(`\uFEFF${JSON.stringify({ clock: { freeze: true } })}`);
  await using sandbox = await createSandbox({ seedFile: file });
  expect(sandbox.clock.isFrozen()).toBe(true);
});

test.each([
  ["{", "is not JSON"],
  [[], "/ must be object"],
  [{ dataset: [] }, '/ must NOT have additional properties: "dataset"'],
  [{ datasets: [{}] }, "/datasets/0 must have required property 'args'"],
  [{ datasets: [{ args: {}, age: "1h" }] }, '/datasets/0/age: "1h" is not an ISO 8601 duration'],
  [
    { datasets: [{ args: {}, organization: "X" }] },
    '/datasets/0/organization: there is no organization "X"',
  ],
  [{ datasets: [{ args: { prompt: 1 } }] }, "/datasets/0: /args/prompt"],
  [
    {
      organizations: [{ name: "A", credits: 1 }],
      datasets: [{ args: { prompt: "x" }, numSamples: 2 }],
    },
    "/datasets/0:",
  ],
  [
    { apiKeys: [{ name: "CI", secret: generateApiKey("live") }] },
    "/apiKeys/0/secret is not a sandbox key",
  ],
  [{ apiKeys: [{ name: "CI", secret: SECRET, scopes: ["all"] }] }, "/apiKeys/0: /scopes/0"],
  [{ faults: [{ action: "explode" }] }, "/faults/0: A fault needs an action"],
  [{ clock: { set: "tomorrow" } }, '/clock/set: "tomorrow" is not a time'],
])("an invalid seed is refused with the invalid place: %j", async (seed, message) => {
  const refused = await createSandbox({ seedFile: await seedFile(seed) }).catch((error) => error);
  expect(refused).toMatchObject({ name: "MockError" });
  expect(refused.message).toContain(message);
  expect(refused.message).not.toContain(SECRET);
});

test("a missing file is named", async () => {
  const refused = createSandbox({ seedFile: "/nowhere/seed.json" });
  await expect(refused).rejects.toThrow("cannot read the seed file /nowhere/seed.json (ENOENT)");
});
