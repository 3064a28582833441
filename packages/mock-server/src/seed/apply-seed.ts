import { randomBytes } from "node:crypto";
import { createApi, type Store } from "@sinkove/api";
import { chestXrayModels } from "@sinkove/generator";
import type { SandboxClock } from "../clock.ts";
import { addDuration } from "../duration.ts";
import { MockError } from "../mock-error.ts";
import { hashKey } from "../worlds/hash-key.ts";
import type { SeedApiKey, SeedDataset, WorldSeed } from "./world-seed.ts";

/** The world that a seed is applied to. */
export interface SeededWorld {
  readonly store: Store;
  readonly clock: SandboxClock;
  readonly apiKey: string;
  readonly organizationIds: readonly string[];
  /** Sets the secret of the next key that is issued. */
  readonly giveSecret: (secret: string) => void;
}

/** Freezes a world's clock at the creation of the seed's oldest dataset. Returns the start time of the world. */
export function rewindClock(
  clock: SandboxClock,
  { clock: wanted, datasets = [] }: WorldSeed,
): number {
  if (wanted?.set !== undefined) clock.set(wanted.set);
  const start = clock.freeze();
  clock.set(Math.min(start, ...datasets.map((dataset) => momentOf(dataset, start))));
  return start;
}

/**
 * Creates the keys and datasets of a seed through the API, each dataset at its own time. Afterwards the clock is at the
 * start time of the world.
 *
 * @throws {MockError} with the place in the seed that the API rejects
 */
export async function applySeed(seed: WorldSeed, start: number, world: SeededWorld): Promise<void> {
  const post = createPost(world);
  const ids = new Map(
    seed.organizations?.map(({ name }, index) => [name, world.organizationIds[index]]),
  );
  for (const [index, apiKey] of (seed.apiKeys ?? []).entries()) {
    world.giveSecret(apiKey.secret);
    await post("/api-keys", bodyOfKey(apiKey, ids), `/apiKeys/${index}`);
  }
  const datasets = [...(seed.datasets ?? []).entries()].map(([index, dataset]) => ({
    ...{ index, dataset, at: momentOf(dataset, start) },
  }));
  for (const { index, dataset, at } of datasets.toSorted((one, other) => one.at - other.at)) {
    world.clock.set(at);
    const { organization, args, numSamples = 1, modelId = chestXrayModels[0]?.id } = dataset;
    const id = (organization && ids.get(organization)) ?? world.organizationIds[0];
    const path = `/organizations/${id}/datasets`;
    await post(path, { modelId, numSamples, args }, `/datasets/${index}`);
  }
  world.clock.set(start);
  if (seed.clock?.freeze !== true) world.clock.resume();
}

function momentOf({ age = "PT0S" }: SeedDataset, start: number): number {
  return start - (addDuration(start, age) - start);
}

function bodyOfKey({ name, scopes, organizations, expiresAt }: SeedApiKey, ids: Ids): object {
  const organizationIds = organizations?.map((each) => ids.get(each));
  return { name, scopes, organizationIds, expiresAt };
}

type Ids = ReadonlyMap<string, string | undefined>;
type Post = (path: string, body: object, place: string) => Promise<void>;

/** Uses a separate API, so that the seed does not count towards rate limits and usage. */
function createPost({ store, clock, apiKey }: SeededWorld): Post {
  const api = createApi({
    ...{ store, clock: clock.now, environment: "test", hash: hashKey },
    secret: randomBytes(32).toString("hex"),
    rateLimit: { limit: 1_000_000, windowSeconds: 1 },
  });
  const headers = { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" };
  return async (path, body, place) => {
    const url = `http://sandbox.invalid/v1${path}`;
    const request = new Request(url, { method: "POST", headers, body: JSON.stringify(body) });
    const response = await api.fetch(request);
    if (response.ok) return;
    const { detail, errors = [] } = await response.json();
    const [first] = errors;
    const reason = first ? `${first.pointer} ${first.detail}` : detail;
    throw new MockError(`the seed file is not valid: ${place}: ${reason}`);
  };
}
