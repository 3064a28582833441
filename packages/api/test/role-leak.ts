import { type MemberRole, type OperationId, roleScopes, type Scope } from "@sinkove/contract";
import fc from "fast-check";
import { expect } from "vitest";
import type { Call } from "./client.ts";
import type { Person, Town } from "./people.ts";
import { addOrganization } from "./stores.ts";

/** A request that shows whether a scope can be used in an organization. */
interface Probe {
  readonly scope: Scope;
  readonly id: OperationId;
  readonly body?: object;
}

const PROBES: readonly Probe[] = [
  { scope: "organizations:write", id: "updateOrganization", body: { name: "probed" } },
  { scope: "members:read", id: "listMembers" },
  { scope: "datasets:read", id: "listOrganizationDatasets" },
];
const SCOPES: readonly Scope[] = ["api_keys:write", ...PROBES.map(({ scope }) => scope)];

export const scopes: fc.Arbitrary<Scope[]> = fc.subarray([...SCOPES], { minLength: 1 });
/** Indices of the two organizations. Null means all. */
export const places = fc.option(fc.subarray([0, 1], { minLength: 1 }), { freq: 3 });
const which = fc.nat({ max: 9 });
/** A request with one of the keys, or a change of the role by another owner. */
export const step = fc.oneof(
  fc.record({ kind: fc.constant("issue" as const), actor: which, scopes, places }),
  fc.record({ kind: fc.constant("update" as const), actor: which, target: which, scopes, places }),
  fc.record({ kind: fc.constant("rotate" as const), actor: which, target: which }),
  fc.record({
    kind: fc.constant("role" as const),
    place: fc.constantFrom(0, 1),
    role: fc.constantFrom<MemberRole | null>("owner", "member", null),
  }),
);

type Valued<A> = A extends fc.Arbitrary<infer V> ? V : never;
type Step = Valued<typeof step>;

/** A key that the attacker holds. */
interface HeldKey {
  readonly id: string;
  readonly secret: string;
}

/** A key as the API shows it to its owner. */
interface ShownKey {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly organizationIds: readonly string[] | null;
}

/** A person whose first key has leaked, and whose roles others change. */
export class Leak {
  readonly #town: Town;
  readonly #owner: Person;
  readonly #places: readonly string[];
  readonly #roles: (MemberRole | null)[] = ["owner", "owner"];
  readonly #held: HeldKey[] = [];
  #first: ShownKey | undefined;

  private constructor(town: Town, owner: Person, organizationIds: readonly string[]) {
    this.#town = town;
    this.#owner = owner;
    this.#places = organizationIds;
  }

  static async open(town: Town): Promise<Leak> {
    const other = await addOrganization(town);
    const owner = await town.join("owner");
    await setRole(town, owner, { organizationId: other, before: null, role: "owner" });
    return new Leak(town, owner, [town.organizationId, other]);
  }

  async begin(grant: Pick<Extract<Step, { kind: "issue" }>, "scopes" | "places">): Promise<void> {
    const body = { name: "first", ...this.#bodyOf(grant) };
    const reply = await this.#owner.call("createApiKey", { body });
    expect(reply.status).toBe(201);
    this.#first = reply.body;
    this.#held.push(reply.body);
  }

  async play(step: Step): Promise<void> {
    if (step.kind === "role") return this.#changeRole(step);
    const key = this.#pick(step.actor).secret;
    if (step.kind === "issue") {
      const { status, body } = await this.#town.call("createApiKey", {
        key,
        body: { name: "child", ...this.#bodyOf(step) },
      });
      if (status === 201) this.#held.push(body);
      return;
    }
    const path = { apiKeyId: this.#pick(step.target).id };
    if (step.kind === "update") {
      await this.#town.call("updateApiKey", { key, path, body: this.#bodyOf(step) });
      return;
    }
    const { status, body } = await this.#town.call("rotateApiKey", { key, path });
    if (status === 201) this.#held.push(body);
  }

  /** Checks that each key can do what it and the role allow, and nothing that the first key could not. */
  async expectPowers(): Promise<void> {
    const { body } = await this.#owner.call("listApiKeys", { query: { limit: "500" } });
    const shown = new Map<string, ShownKey>(body.map((each: ShownKey) => [each.id, each]));
    for (const [place, organizationId] of this.#places.entries()) {
      for (const probe of PROBES) {
        const isRole = this.#roleGives(place, probe.scope);
        const { session } = this.#owner;
        expect(await this.#isDone(probe, organizationId, { session })).toBe(isRole);
        for (const { id, secret: key } of this.#held) {
          const isGranted = holds(shown.get(id), probe.scope, organizationId);
          const isDone = await this.#isDone(probe, organizationId, { key });
          expect(isDone).toBe(isGranted && isRole);
          expect(isDone && !holds(this.#first, probe.scope, organizationId)).toBe(false);
        }
      }
    }
  }

  async #isDone({ id, body }: Probe, organizationId: string, caller: Call): Promise<boolean> {
    const path = { organizationId };
    const { status } = await this.#town.call(id, { path, ...(body && { body }), ...caller });
    expect([200, 403]).toContain(status);
    return status === 200;
  }

  async #changeRole({ place, role }: Extract<Step, { kind: "role" }>): Promise<void> {
    const organizationId = this.#places[place] ?? "";
    const before = this.#roles[place] ?? null;
    await setRole(this.#town, this.#owner, { organizationId, before, role });
    this.#roles[place] = role;
  }

  #roleGives(place: number, scope: string): boolean {
    const role = this.#roles[place];
    const given: readonly string[] = role ? roleScopes[role] : [];
    return given.includes(scope);
  }

  #bodyOf({ scopes, places }: Pick<Extract<Step, { kind: "issue" }>, "scopes" | "places">) {
    const organizationIds = places?.flatMap((place) => this.#places[place] ?? []) ?? null;
    return { scopes, organizationIds };
  }

  #pick(index: number): HeldKey {
    const held = this.#held[index % this.#held.length];
    if (!held) throw new Error("Nothing has leaked.");
    return held;
  }
}

function holds(key: ShownKey | undefined, scope: string, organizationId: string): boolean {
  if (!key?.scopes.includes(scope)) return false;
  return key.organizationIds === null || key.organizationIds.includes(organizationId);
}

/** Changes a role as another owner. A person who returns gets a membership, as by an invitation. */
async function setRole(
  { call, store }: Town,
  { id: accountId }: Person,
  change: { organizationId: string; before: MemberRole | null; role: MemberRole | null },
): Promise<void> {
  const { organizationId, before, role } = change;
  const path = { organizationId, accountId };
  if (role === before) return;
  if (role === null) await call("deleteMember", { path });
  else if (before) await call("updateMember", { path, body: { role } });
  else {
    const membership = { accountId, organizationId, role, joinedAt: null };
    await store.write({ accountId, changesAccessOf: [accountId] }, (writer) =>
      writer.insertMembership(membership),
    );
  }
}
