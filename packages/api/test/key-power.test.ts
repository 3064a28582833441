import { describe, expect, it } from "vitest";
import type { Call, World } from "./client.ts";
import { addOrganization, type OpenStore, onEachStore } from "./stores.ts";

const HOUR = 60 * 60 * 1000;

/** Creates a world whose account has two organizations. */
async function twoOrganizations({ world }: OpenStore) {
  const made = await world();
  return { ...made, a: made.organizationId, b: await addOrganization(made) };
}

function inHours({ now }: Pick<World, "now">, hours: number): string {
  return new Date(now() + hours * HOUR).toISOString();
}

onEachStore((open) => {
  describe("power is a product of scopes, organizations and life", () => {
    it("a scope is not given to a key that has it in an organization that the giver does not reach", async () => {
      const { call, issueKey, a, b } = await twoOrganizations(open);
      const giver = await issueKey({
        scopes: ["api_keys:write", "datasets:write"],
        organizationIds: [a],
      });
      const reader = await issueKey({ scopes: ["datasets:read"], organizationIds: [a, b] });
      const scopes = ["datasets:read", "datasets:write"];
      const body = { scopes };
      for (const path of [{ apiKeyId: reader.id }, { apiKeyId: reader.id.toUpperCase() }]) {
        const { status } = await call("updateApiKey", { key: giver.secret, path, body });
        expect([403, 404]).toContain(status);
      }
      const path = { organizationId: b };
      const order = { modelId: crypto.randomUUID(), numSamples: 1, args: {} };
      const write = { key: reader.secret, path, body: order };
      expect((await call("createOrganizationDataset", write)).status).toBe(403);
    });

    it("a key cannot add organizations to a key with a scope that it lacks", async () => {
      const { call, issueKey, a } = await twoOrganizations(open);
      const giver = await issueKey({ scopes: ["api_keys:write"] });
      const writer = await issueKey({ scopes: ["datasets:write"], organizationIds: [a] });
      const path = { apiKeyId: writer.id };
      const body = { organizationIds: null };
      const { status, body: problem } = await call("updateApiKey", {
        key: giver.secret,
        path,
        body,
      });
      expect([status, problem.code]).toEqual([403, "PERMISSION_DENIED"]);
      expect(problem.detail).toContain("the scope datasets:write");
      expect((await call("getApiKey", { path })).body.organizationIds).toEqual([a]);
    });

    it("a key cannot change the expiry of a key with a scope that it lacks", async () => {
      const { call, issueKey, now } = await open.world();
      const giver = await issueKey({ scopes: ["api_keys:write"] });
      const writer = await issueKey({
        scopes: ["datasets:write"],
        expiresAt: inHours({ now }, 1),
      });
      const path = { apiKeyId: writer.id };
      for (const expiresAt of [null, inHours({ now }, 2)]) {
        const update = { key: giver.secret, path, body: { expiresAt } };
        expect((await call("updateApiKey", update)).status).toBe(403);
      }
    });

    it("all organizations are more than a list of all current ones", async () => {
      const { call, issueKey, a, b } = await twoOrganizations(open);
      const giver = await issueKey({ organizationIds: [a, b] });
      const child = await issueKey({ organizationIds: [a, b] });
      const path = { apiKeyId: child.id };
      const body = { organizationIds: null };
      const { status, body: problem } = await call("updateApiKey", {
        key: giver.secret,
        path,
        body,
      });
      expect([status, problem.detail]).toEqual([403, expect.stringContaining("all organizations")]);
    });

    it("enabling a disabled key or extending an expired one needs all of its power", async () => {
      const { call, issueKey, now, advance } = await open.world();
      const weak = await issueKey({ scopes: ["api_keys:write"] });
      const expiresAt = inHours({ now }, 1);
      const strong = await issueKey({ scopes: ["datasets:write"], expiresAt });
      const path = { apiKeyId: strong.id };
      const update = (body: object, key?: string) =>
        call("updateApiKey", { path, body, ...(key === undefined ? {} : { key }) });
      expect((await update({ enabled: false }, weak.secret)).status).toBe(200);
      expect((await update({ enabled: true }, weak.secret)).status).toBe(403);
      advance(2 * HOUR);
      // If it was enabled while it is expired, its next expiry would make it active.
      expect((await update({ enabled: true }, weak.secret)).status).toBe(403);
      expect((await update({ expiresAt: inHours({ now }, 1) }, weak.secret)).status).toBe(403);
      expect((await update({ name: "still nothing" }, weak.secret)).status).toBe(200);
      expect((await update({ enabled: true, expiresAt: null })).body.status).toBe("active");
    });

    it("two simultaneous changes together do not extend a key more than each alone may", async () => {
      const { call, issueKey, a, b } = await twoOrganizations(open);
      const inA = await issueKey({
        scopes: ["api_keys:write", "datasets:read", "datasets:write"],
        organizationIds: [a],
      });
      const reading = await issueKey({ scopes: ["api_keys:write", "datasets:read"] });
      for (let round = 0; round < 10; round++) {
        const { id } = await issueKey({ scopes: ["datasets:read"], organizationIds: [a] });
        const path = { apiKeyId: id };
        const scopes = { scopes: ["datasets:read", "datasets:write"] };
        const replies = await Promise.all([
          call("updateApiKey", { key: inA.secret, path, body: scopes }),
          call("updateApiKey", { key: reading.secret, path, body: { organizationIds: [a, b] } }),
        ]);
        expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
      }
    });
  });

  describe("an expiry is an end", () => {
    it("a key that rotates itself repeatedly still ends at its original expiry", async () => {
      const { call, issueKey, now, advance } = await open.world();
      const expiresAt = inHours({ now }, 2);
      let { id, secret: key } = await issueKey({ scopes: ["api_keys:write"], expiresAt });
      for (let round = 0; round < 3; round++) {
        advance(HOUR / 2);
        const { status, body } = await call("rotateApiKey", { key, path: { apiKeyId: id } });
        expect([status, body.expiresAt]).toEqual([201, expiresAt]);
        ({ id, secret: key } = body);
      }
      advance(HOUR / 2);
      expect((await call("getMe", { key })).body.code).toBe("API_KEY_EXPIRED");
    });

    it("the successor of another key does not outlive the key that made it", async () => {
      const { call, issueKey, now, advance } = await open.world();
      const giver = await issueKey({ expiresAt: inHours({ now }, 9) });
      const old = await issueKey({ expiresAt: inHours({ now }, 8) });
      advance(7 * HOUR);
      const rotate = { key: giver.secret, path: { apiKeyId: old.id } };
      const { body } = await call("rotateApiKey", rotate);
      expect(body.expiresAt).toBe(giver.expiresAt);
    });

    it("in its grace period a key neither makes, rotates, changes, enables nor revokes keys", async () => {
      const { call, issueKey } = await open.world();
      const old = await issueKey();
      const other = await issueKey();
      await call("rotateApiKey", { path: { apiKeyId: old.id } });
      await call("updateApiKey", { path: { apiKeyId: other.id }, body: { enabled: false } });
      const attempts: [Parameters<World["call"]>[0], Call][] = [
        ["createApiKey", { body: { name: "child" } }],
        ["rotateApiKey", { path: { apiKeyId: other.id } }],
        ["rotateApiKey", { path: { apiKeyId: old.id } }],
        ["updateApiKey", { path: { apiKeyId: other.id }, body: { name: "renamed" } }],
        ["updateApiKey", { path: { apiKeyId: other.id }, body: { enabled: true } }],
        ["updateApiKey", { path: { apiKeyId: old.id }, body: { expiresAt: null } }],
        ["revokeApiKey", { path: { apiKeyId: other.id } }],
        ["revokeApiKey", { path: { apiKeyId: old.id } }],
      ];
      for (const [operation, request] of attempts) {
        const { status, body } = await call(operation, { ...request, key: old.secret });
        expect([operation, status, body.code]).toEqual([operation, 403, "PERMISSION_DENIED"]);
        expect(body.detail).toContain("was rotated");
      }
      expect((await call("listApiKeys", { key: old.secret })).status).toBe(200);
    });
  });
});
