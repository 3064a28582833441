import { type Operation, operations, type Scope } from "@sinkove/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_SCOPES } from "../src/index.ts";
import { createWorld, MODEL, newOrganization, type World } from "./client.ts";
import { sampleCall } from "./sample-call.ts";

const table: readonly Operation[] = Object.values(operations)
  .filter(({ isPublic }) => !isPublic)
  .filter(({ schemes }) => schemes.includes("apiKey"));
const create = { modelId: MODEL.id, numSamples: 1, args: { prompt: "x" } };

function call(
  { call: send, organizationId }: World,
  operation: Operation,
  { key, path }: { readonly key: string; readonly path?: Record<string, string> },
) {
  return send(operation.id, { ...sampleCall(operation, { organizationId, ...path }), key });
}

describe.each(table.map((operation) => [operation.id, operation] as const))(
  "%s",
  (_, operation) => {
    it("is refused with 403 exactly when a scope of the contract is missing", async () => {
      const world = await createWorld({ credits: 1_000_000 });
      // Having a dataset prevents the deletion of the organization.
      await world.call("createDataset", { body: create });
      const keys = new Map<string, string>();
      const keyWith = async (scopes: readonly Scope[]) => {
        const name = [...scopes].sort().join();
        const secret = keys.get(name) ?? (await world.issueKey({ scopes })).secret;
        keys.set(name, secret);
        return secret;
      };
      const some = fc.subarray([...ALL_SCOPES], { minLength: 1 });
      await fc.assert(
        fc.asyncProperty(some, async (scopes) => {
          const reply = await call(world, operation, { key: await keyWith(scopes) });
          const isAllowed = operation.scopes.every((scope) => scopes.includes(scope));
          expect(reply.status === 403).toBe(!isAllowed);
          if (!isAllowed) expect(reply.body.requiredScopes).toEqual(operation.scopes);
        }),
        { numRuns: 40 },
      );
    });

    it("reaches only the organizations of the key", async () => {
      const world = await createWorld();
      const { store, accountId } = world;
      const other = { ...newOrganization(100), createdAt: world.now() };
      await store.write({ accountId }, (writer) => writer.insertOrganization(other, [accountId]));
      const foreign = await createWorld({ store });
      const { secret } = await world.issueKey({ organizationIds: [other.id] });
      const { organizationId } = world;
      const made = await world.call("createOrganizationDataset", {
        path: { organizationId },
        body: create,
      });
      const takesOrganization = operation.path.includes("{organizationId}");
      for (const place of [organizationId, foreign.organizationId, crypto.randomUUID()]) {
        const path = { organizationId: place, datasetId: made.body.id };
        const reply = await call(world, operation, { path, key: secret });
        if (takesOrganization) expect(reply.body.code).toBe("PERMISSION_DENIED");
        else if (operation.path.includes("{datasetId}")) expect(reply.status).toBe(404);
        else expect(JSON.stringify(reply.body)).not.toContain(organizationId);
      }
    });
  },
);
