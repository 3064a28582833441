import { expect, it } from "vitest";
import { addOrganization, type OpenStore, onEachStore } from "./stores.ts";

const idsOf = (keys: readonly { id: string }[]) => keys.map(({ id }) => id);

/** Creates a key that is limited to A, and other keys of the same account. */
async function family(open: OpenStore) {
  const world = await open.world();
  const a = world.organizationId;
  const b = await addOrganization(world);
  const limited = await world.issueKey({ organizationIds: [a] });
  const inA = await world.issueKey({ organizationIds: [a] });
  const inB = await world.issueKey({ organizationIds: [b] });
  const inBoth = await world.issueKey({ organizationIds: [a, b] });
  const everywhere = await world.issueKey();
  return { ...world, a, b, limited, inA, outside: [inB, inBoth, everywhere] };
}

onEachStore((open) => {
  it("a limited key finds, changes, revokes and counts only keys within its organizations", async () => {
    const { call, limited, inA, outside } = await family(open);
    const key = limited.secret;
    const inputs = {
      getApiKey: {},
      getApiKeyUsage: {},
      listApiKeyEvents: {},
      updateApiKey: { body: { name: "seen" } },
      rotateApiKey: { body: { gracePeriodSeconds: 0 } },
      revokeApiKey: {},
    } as const;
    for (const [operation, input] of Object.entries(inputs)) {
      const id = operation as keyof typeof inputs; // safe cast: the operations are the keys of `inputs`
      for (const { id: apiKeyId } of outside) {
        const { body } = await call(id, { ...input, key, path: { apiKeyId } });
        expect([id, body.code]).toEqual([id, "API_KEY_NOT_FOUND"]);
      }
      const { status } = await call(id, { ...input, key, path: { apiKeyId: inA.id } });
      expect([id, status < 300]).toEqual([id, true]);
    }
  });

  it("a limited key lists only keys within its organizations, page by page", async () => {
    const { call, issueKey, a, limited, inA, advance } = await family(open);
    const expected = [limited.id, inA.id];
    for (let index = 0; index < 3; index++) {
      advance(1);
      expected.push((await issueKey({ organizationIds: [a] })).id);
      await issueKey();
    }
    const found: string[] = [];
    for (let query: Record<string, string> | undefined = { limit: "2" }; query; ) {
      const { body, headers } = await call("listApiKeys", { key: limited.secret, query });
      expect(body.length).toBeGreaterThan(0);
      found.push(...idsOf(body));
      const next = /<(.*)>/.exec(headers.get("Link") ?? "")?.[1];
      query = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
    }
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it("a limited key gets the usage of keys within its organizations", async () => {
    const { call, api, limited, inA, outside, advance } = await family(open);
    await call("getMe", { key: inA.secret });
    advance(1000);
    for (const { secret } of outside) await call("getMe", { key: secret });
    await api.flush();
    const totalOf = async (key?: string) => {
      const reply = await call("getUsage", key === undefined ? {} : { key });
      const { buckets, lastUsedAt } = reply.body;
      const counts = buckets.map(
        ({ byOperation }: { byOperation: { getMe?: number } }) => byOperation,
      );
      const requests = counts.reduce((sum: number, { getMe = 0 }) => sum + getMe, 0);
      return { requests, lastUsedAt };
    };
    const before = await call("getApiKey", { path: { apiKeyId: inA.id } });
    expect(await totalOf(limited.secret)).toEqual({
      requests: 1,
      lastUsedAt: before.body.lastUsedAt,
    });
    expect((await totalOf()).requests).toBe(4);
  });

  it("the response to an Idempotency-Key is not shown to a key that did not have it", async () => {
    const { call, limited, outside } = await family(open);
    const path = { apiKeyId: outside[0]?.id };
    const request = { path, headers: { "Idempotency-Key": "revoke-once" } };
    expect((await call("revokeApiKey", request)).status).toBe(200);
    expect((await call("revokeApiKey", request)).headers.get("Idempotent-Replayed")).toBe("true");
    const other = await call("revokeApiKey", { ...request, key: limited.secret });
    expect(other.body.code).toBe("IDEMPOTENCY_CONFLICT");
  });
});
