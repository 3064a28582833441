import fc from "fast-check";
import { expect } from "vitest";
import type { Reply, World } from "./client.ts";
import {
  beyond,
  type Power,
  powerOf,
  type ShownKey,
  statusesOf,
  type Universe,
} from "./power-model.ts";
import { addOrganization } from "./stores.ts";

const HALF_HOUR = 30 * 60 * 1000;

/** Half hours after the start. Null means never. */
const end = fc.option(fc.integer({ min: 1, max: 8 }), { freq: 2 });
/** Indices of the account's two organizations. Null means all. */
const places = fc.option(fc.subarray([0, 1], { minLength: 1 }), { freq: 2 });
const ALL = ["api_keys:write", "datasets:read", "datasets:write"];
const scopes = fc.subarray(ALL, { minLength: 1 });
const enabled = fc.boolean();

export const grant = fc.record({ scopes, places, end, enabled });
const change = fc.record({ scopes, places, end, enabled }, { requiredKeys: [] });

/** The index of one of the attacker's keys. */
const actor = fc.nat({ max: 9 });
/** The index of a target key. Undefined for the acting key. */
const target = fc.option(fc.nat({ max: 9 }), { freq: 4, nil: undefined });
/** Half hours that pass before the request. */
const pause = fc.integer({ min: 0, max: 2 });
const gracePeriodSeconds = fc.constantFrom(0, 1800, 7200);

const create = fc.record({ kind: fc.constant("create" as const), actor, pause, change });
const update = fc.record({ kind: fc.constant("update" as const), actor, pause, target, change });
const enable = update.map((each) => ({ ...each, change: { enabled: true } }));
const rotate = fc.record({
  kind: fc.constant("rotate" as const),
  actor,
  pause,
  target: fc.oneof(target, fc.constant(undefined)),
  gracePeriodSeconds,
});
const join = fc.record({ kind: fc.constant("join" as const), pause });

/** A request of the chain, or a new organization of the account. */
export const step = fc.oneof(
  { arbitrary: create, weight: 3 },
  { arbitrary: update, weight: 3 },
  { arbitrary: enable, weight: 2 },
  { arbitrary: rotate, weight: 3 },
  { arbitrary: join, weight: 1 },
);

type Valued<A> = A extends fc.Arbitrary<infer V> ? V : never;
type Grant = Valued<typeof grant>;
type Change = Valued<typeof change>;
type Step = Valued<typeof step>;
type Request = Exclude<Step, { kind: "join" }>;

/** The keys of an account under attack, over HTTP. The attacker has the secrets of some. */
export class Chain {
  readonly #world: World;
  readonly #organizationIds: readonly string[];
  readonly #universe: Universe;
  readonly #held: { readonly id: string; readonly secret: string }[] = [];
  readonly #ids: string[] = [];
  #first: Power = new Set();
  /** The number of the attacker's requests that changed something. */
  made = 0;

  private constructor(world: World, organizationIds: readonly string[]) {
    this.#world = world;
    this.#organizationIds = organizationIds;
    const all = [...organizationIds, "one that the account joins later"];
    this.#universe = { organizationIds: all, start: world.now(), halfHours: 24 };
  }

  static async open(world: World): Promise<Chain> {
    return new Chain(world, [world.organizationId, await addOrganization(world)]);
  }

  /** Creates the attacker's first key. */
  async begin({ enabled: _, ...given }: Grant): Promise<void> {
    const first = await this.#world.issueKey(this.#bodyOf(given));
    this.#take(first);
    this.#first = powerOf(first, this.#universe);
  }

  /** Creates a key whose secret the attacker does not have. */
  async add({ enabled, ...given }: Grant): Promise<void> {
    const { id } = await this.#world.issueKey(this.#bodyOf(given));
    const path = { apiKeyId: id };
    await this.#world.call("updateApiKey", { path, body: { enabled } });
    this.#ids.push(id);
  }

  async play(step: Step): Promise<void> {
    this.#world.advance(step.pause * HALF_HOUR);
    if (step.kind === "join") await addOrganization(this.#world);
    else await this.#attempt(step);
  }

  /** Checks what the attacker's keys say that they can do. */
  async expectHonest(): Promise<void> {
    for (const { secret: key } of this.#held) {
      const { status, body } = await this.#world.call("getMe", { key });
      if (status !== 200) continue;
      expect(beyond(powerOf(body.apiKey, this.#universe), this.#first)).toEqual([]);
    }
  }

  async #attempt(request: Request): Promise<void> {
    const before = await this.#show();
    const { id: actorId, secret: key } = pick(this.#held, request.actor);
    const id = this.#targetOf(request) ?? actorId;
    const body = "change" in request ? this.#bodyOf(request.change) : {};
    const acting = before.get(actorId);
    const target = request.kind === "create" ? undefined : before.get(id);
    if (!acting) throw new Error("The acting key is not listed.");
    const attempt = { isRotation: request.kind === "rotate", acting, target, body };
    const statuses = statusesOf(attempt, this.#universe, this.#world.now());
    const reply = await this.#send(request, { key, id, body });
    expect(statuses).toContain(reply.status);
    if (reply.status < 300) this.made++;
    if (reply.status === 201) this.#take(reply.body);
    await this.#expectNoGain(before);
  }

  #targetOf(request: Request): string | undefined {
    if (request.kind === "create" || request.target === undefined) return undefined;
    return pick(this.#ids, request.target);
  }

  #send(request: Request, { key, id, body: all }: Sending): Promise<Reply> {
    const { call } = this.#world;
    const { enabled, ...body } = all;
    const path = { apiKeyId: id };
    if (request.kind === "create") {
      return call("createApiKey", { key, body: { name: "child", ...body } });
    }
    if (request.kind === "update") {
      const changes = { name: "changed", ...body, ...(enabled !== undefined && { enabled }) };
      return call("updateApiKey", { key, path, body: changes });
    }
    const { gracePeriodSeconds } = request;
    return call("rotateApiKey", { key, path, body: { gracePeriodSeconds } });
  }

  /** Checks that no key has gained power beyond that of the attacker's first key. */
  async #expectNoGain(before: ReadonlyMap<string, ShownKey>): Promise<void> {
    for (const [id, key] of await this.#show()) {
      const earlier = before.get(id);
      const had = earlier ? powerOf(earlier, this.#universe) : new Set<string>();
      expect(beyond(powerOf(key, this.#universe), had, this.#first)).toEqual([]);
    }
  }

  /** Gives the key to the attacker. */
  #take({ id, secret }: { readonly id: string; readonly secret: string }): void {
    this.#held.push({ id, secret });
    this.#ids.push(id);
  }

  async #show(): Promise<Map<string, ShownKey>> {
    const { body } = await this.#world.call("listApiKeys", { query: { limit: "500" } });
    const shown: readonly ShownKey[] = body;
    return new Map(shown.map((key) => [key.id, key]));
  }

  #bodyOf({ scopes, places, end, enabled }: Change): Partial<ShownKey> {
    const ids = places?.flatMap((place) => this.#organizationIds[place] ?? []) ?? null;
    const moment = this.#universe.start + (end ?? 0) * HALF_HOUR;
    const expiresAt = end === null ? null : new Date(moment).toISOString();
    return {
      ...(scopes && { scopes }),
      ...(places !== undefined && { organizationIds: ids }),
      ...(end !== undefined && { expiresAt }),
      ...(enabled !== undefined && { enabled }),
    };
  }
}

/** A request to send. */
interface Sending {
  readonly key: string;
  readonly id: string;
  readonly body: Partial<ShownKey>;
}

function pick<T>(all: readonly T[], index: number): T {
  const chosen = all[index % all.length];
  if (chosen === undefined) throw new Error("There is nothing to choose from.");
  return chosen;
}
