import { type Operation, operations, type Scope } from "@sinkove/contract";
import { expect } from "vitest";
import { keepOrganizations, NOTHING, requestFor } from "./operation-requests.ts";
import { type Scenario, type Scene, scenario } from "./scenario.ts";
import { MORE_SCOPE_SETS, TELLING_SCOPE_SETS } from "./scopes.ts";

/** The organizations that keys can be limited to and paths can name. */
interface Places {
  readonly limits: readonly (readonly string[] | null)[];
  readonly named: readonly string[];
}

/** The keys of a scene: one for each combination of scopes and allowed organizations. */
interface Holder {
  readonly scopes: readonly Scope[];
  readonly limit: readonly string[] | null;
  readonly id: string;
  readonly secret: string;
}

async function holdersOf({ issueKey, isFast }: Scene, limit: Holder["limit"]): Promise<Holder[]> {
  const sets = isFast ? MORE_SCOPE_SETS : TELLING_SCOPE_SETS;
  const holders: Holder[] = [];
  for (const scopes of sets) {
    const { id, secret } = await issueKey({ scopes, organizationIds: limit });
    holders.push({ scopes, limit, id, secret });
  }
  return holders;
}

/** Judges the whole table with the keys of one limit after another: an account has no more than 500 keys at once. */
async function judgeTable(scene: Scene, places: Places): Promise<void> {
  for (const limit of places.limits) {
    const holders = await holdersOf(scene, limit);
    for (const operation of table) await judgeAll(scene, operation, places, holders);
    for (const { id } of holders) await scene.call("revokeApiKey", { path: { apiKeyId: id } });
  }
}

async function judgeAll(scene: Scene, operation: Operation, places: Places, holders: Holder[]) {
  const takesOrganization = operation.path.includes("{organizationId}");
  for (const { scopes, limit, secret } of holders) {
    const hasScopes = operation.scopes.every((scope) => scopes.includes(scope));
    for (const named of takesOrganization ? places.named : [undefined]) {
      const request = requestFor(operation, scene, named ?? scene.organizationId);
      const { status, body } = await scene.call(operation.id, { ...request, key: secret });
      const isAllowed = hasScopes && reaches(operation, { scene, limit, named });
      const told = `${operation.id} with ${scopes} for ${limit} on ${named}: ${status}`;
      expect(status === 403, told).toBe(!isAllowed);
      // A key that is limited to some organizations may still create another one.
      const lacking = hasScopes && named === undefined ? undefined : operation.scopes;
      if (!isAllowed) expect(body.requiredScopes, told).toEqual(lacking);
    }
  }
}

interface Reach {
  readonly scene: Scene;
  readonly limit: Holder["limit"];
  /** The organization in the path. */
  readonly named: string | undefined;
}

function reaches({ id }: Operation, { scene, limit, named }: Reach): boolean {
  if (named !== undefined) return (limit ?? scene.organizationIds).includes(named);
  return limit === null || id !== "createOrganization";
}

const table: readonly Operation[] = Object.values(operations).filter(({ schemes }) =>
  schemes.includes("apiKey"),
);

/** The expected decision for each key and operation, derived from the contract. */
export const permissions: readonly Scenario[] = [
  scenario("allows an operation exactly when the key has its scopes", async (scene) => {
    await keepOrganizations(scene);
    const places: Places = { limits: [null], named: [scene.organizationId] };
    await judgeTable(scene, places);
  }),
  scenario(
    "allows exactly the scopes and the organizations of the key, in every combination",
    async (scene) => {
      await keepOrganizations(scene);
      const [first = "", second = ""] = scene.organizationIds;
      const { organizationId: foreign } = await scene.newScene();
      const places: Places = {
        limits: [null, [first], [second]],
        named: [first, second, foreign, NOTHING],
      };
      await judgeTable(scene, places);
    },
    { needs: ["accounts"], organizations: 2 },
  ),
];
