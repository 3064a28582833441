import { expect, it } from "vitest";
import { createApi, type Store } from "../src/index.ts";
import { requestOf, type World } from "./client.ts";
import { addOrganization, onEachStore } from "./stores.ts";

interface Listed {
  readonly id: string;
  readonly secret: string;
}

const idsOf = (keys: readonly { id: string }[]) => keys.map(({ id }) => id).sort();

/** Creates a key with another key. */
async function childOf({ call }: World, key: string, body: object = {}): Promise<Listed> {
  const reply = await call("createApiKey", { key, body: { name: "child", ...body } });
  expect(reply.status).toBe(201);
  return reply.body;
}

const revoke = ({ call }: World, { id }: Listed, body?: object, key?: string) =>
  call("revokeApiKey", {
    path: { apiKeyId: id },
    ...(body && { body }),
    ...(key !== undefined && { key }),
  });

onEachStore((open) => {
  it("a key names the key that made it, and its successor the key that rotated it", async () => {
    const world = await open.world();
    const { call, issueKey, apiKeyId } = world;
    expect((await call("getMe")).body.apiKey.createdBy).toBeNull();
    const parent = await issueKey();
    expect(parent.createdBy).toEqual({ type: "api_key", id: apiKeyId });
    const { id } = await childOf(world, parent.secret);
    const { body: successor } = await call("rotateApiKey", { path: { apiKeyId: id } });
    expect(successor.createdBy).toEqual({ type: "api_key", id: apiKeyId });
    const { body: child } = await call("getApiKey", { path: { apiKeyId: id } });
    expect(child.createdBy).toEqual({ type: "api_key", id: parent.id });
  });

  it("revoking with descendants revokes the whole tree, and lists it", async () => {
    const world = await open.world();
    const { call, issueKey } = world;
    const root = await issueKey();
    const bystander = await issueKey();
    const child = await childOf(world, root.secret);
    const grandchild = await childOf(world, child.secret);
    const path = { apiKeyId: grandchild.id };
    const { body: successor } = await call("rotateApiKey", { path });
    const greatGrandchild = await childOf(world, successor.secret);
    const dead = await childOf(world, child.secret);
    await revoke(world, dead);
    const { status, body } = await revoke(world, root, { descendants: true });
    expect([status, body.status]).toEqual([200, "revoked"]);
    const tree = [child, grandchild, successor, greatGrandchild];
    expect(idsOf(body.revokedDescendants)).toEqual(idsOf(tree));
    for (const { secret } of [root, ...tree]) {
      expect((await call("getMe", { key: secret })).body.code).toBe("API_KEY_REVOKED");
    }
    expect((await call("getMe", { key: bystander.secret })).status).toBe(200);
    const { body: events } = await call("listApiKeyEvents", { path });
    expect(events.map(({ type }: { type: string }) => type)).toContain("revoked");
  });

  it("revoking without descendants leaves them, and they can be revoked later", async () => {
    const world = await open.world();
    const { call, issueKey } = world;
    const root = await issueKey();
    const child = await childOf(world, root.secret);
    for (const body of [undefined, {}, { descendants: false }]) {
      const other = await issueKey();
      expect((await revoke(world, other, body)).body.revokedDescendants).toEqual([]);
    }
    const first = await revoke(world, root);
    expect((await call("getMe", { key: child.secret })).status).toBe(200);
    expect((await revoke(world, root)).body.code).toBe("API_KEY_ALREADY_REVOKED");
    const { body } = await revoke(world, root, { descendants: true });
    expect([body.revokedAt, idsOf(body.revokedDescendants)]).toEqual([
      first.body.revokedAt,
      [child.id],
    ]);
  });

  it("nothing is revoked if a descendant is out of reach", async () => {
    const world = await open.world();
    const { call, issueKey, organizationId } = world;
    const b = await addOrganization(world);
    const inA = { organizationIds: [organizationId] };
    const limited = await issueKey(inA);
    const root = await issueKey(inA);
    const child = await childOf(world, root.secret);
    const path = { apiKeyId: child.id };
    await call("updateApiKey", { path, body: { organizationIds: [organizationId, b] } });
    const refused = await revoke(world, root, { descendants: true }, limited.secret);
    expect([refused.status, refused.body.code]).toEqual([403, "PERMISSION_DENIED"]);
    expect((await call("getMe", { key: root.secret })).status).toBe(200);
    const { body } = await revoke(world, root, { descendants: true });
    expect(idsOf(body.revokedDescendants)).toEqual([child.id]);
  });

  it("a child that is created while its ancestors are revoked is revoked too", async () => {
    const world = await open.world();
    const nodes = await Promise.all([world.store, open.home().open()]);
    const apis = nodes.map((store) => apiOn(store, world));
    for (let round = 0; round < 8; round++) {
      const root = await world.issueKey();
      const parent = await childOf(world, root.secret);
      const create = (key: string, node: number) =>
        apis[node]?.fetch(requestOf("createApiKey", { key, body: { name: "late" } }));
      const creations = Array.from({ length: 6 }, (_, index) =>
        create(index % 2 ? root.secret : parent.secret, index % apis.length),
      );
      const [revocation, ...responses] = await Promise.all([
        revoke(world, root, { descendants: true }),
        ...creations,
      ]);
      expect(revocation.status).toBe(200);
      for (const response of responses) {
        if (response?.status !== 201) continue;
        const { secret } = await response.json();
        expect((await world.call("getMe", { key: secret })).body.code).toBe("API_KEY_REVOKED");
      }
    }
    await nodes[1]?.close();
  });
});

function apiOn(store: Store, { now }: World) {
  return createApi({ store, secret: "x".repeat(32), environment: "test", clock: now });
}
