import { type OperationId, operations } from "@sinkove/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Call, createWorld, MODEL, type World } from "./client.ts";

const ORDER = {
  modelId: MODEL.id,
  numSamples: 1,
  args: { prompt: "cardiomegaly", seed: 1 },
};

/** Returns successful calls, one for each operation with a body. */
async function callsOf({
  call,
  issueKey,
  organizationId,
  accountId,
}: World): Promise<Partial<Record<OperationId, Call>>> {
  const { id: apiKeyId } = await issueKey();
  const endpoint = { path: { organizationId }, body: { url: "https://hooks.example.com/sinkove" } };
  const { body: registered } = await call("createWebhookEndpoint", endpoint);
  const ofEndpoint = { organizationId, webhookEndpointId: registered.id };
  return {
    createApiKey: {
      body: { name: "CI", scopes: ["datasets:read"], expiresAt: "2030-01-01T00:00:00Z" },
    },
    updateApiKey: { path: { apiKeyId }, body: { name: "CI" } },
    rotateApiKey: { path: { apiKeyId }, body: { gracePeriodSeconds: 60 } },
    revokeApiKey: { path: { apiKeyId }, body: { descendants: true } },
    createDataset: { body: { ...ORDER, organizationId } },
    createOrganizationDataset: { path: { organizationId }, body: ORDER },
    createOrganization: { body: { name: "Cardiology" } },
    updateOrganization: { path: { organizationId }, body: { name: "Cardiology" } },
    createInvitation: {
      path: { organizationId },
      body: { email: "ada@example.com", role: "owner" },
    },
    createWebhookEndpoint: endpoint,
    updateWebhookEndpoint: {
      path: ofEndpoint,
      body: { url: "https://hooks.example.com/other", events: ["dataset.ready"] },
    },
    rotateWebhookEndpoint: { path: ofEndpoint, body: { gracePeriodSeconds: 60 } },
    updateMember: { path: { organizationId, accountId }, body: { role: "owner" } },
  };
}

/** Returns all ways to put a text into a JSON value: into a string, or as the name of an additional field. */
function placesIn(value: unknown, put: (changed: unknown) => string): ((text: string) => string)[] {
  if (typeof value === "string") return [(text) => put(value + text), (text) => put(text + value)];
  if (typeof value !== "object" || value === null) return [];
  const inMembers = Object.entries(value).flatMap(([name, member]) =>
    placesIn(member, (changed) =>
      put(Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed }),
    ),
  );
  if (Array.isArray(value)) return inMembers;
  return [...inMembers, (text) => put({ ...value, [text]: 1 })];
}

const LONE = fc
  .tuple(fc.string(), fc.integer({ min: 0xd800, max: 0xdfff }), fc.string())
  .map(([before, unit, after]) => before + String.fromCharCode(unit) + after);

it("refuses half of a surrogate pair in every string and name of every body, and stores nothing", async () => {
  const world = await createWorld({ rateLimit: { limit: 1_000_000, windowSeconds: 60 } });
  const calls = await callsOf(world);
  const withBody = Object.values(operations).filter(
    ({ body, schemes }) => body && schemes.includes("apiKey"),
  );
  expect(Object.keys(calls).sort()).toEqual(withBody.map(({ id }) => id).sort());
  for (const { id } of withBody) {
    const call = calls[id];
    const places = placesIn(call?.body, (changed) => JSON.stringify(changed));
    const property = fc.asyncProperty(fc.constantFrom(...places), LONE, async (put, text) => {
      const { status, body } = await world.call(id, { ...call, body: put(text) });
      expect([status, body.code]).toEqual([422, "VALIDATION_ERROR"]);
    });
    await fc.assert(property, { numRuns: 40 });
  }
  expect((await world.call("listDatasets")).body).toEqual([]);
  expect((await world.call("listApiKeys")).body).toHaveLength(2);
});

it("names the string that is not Unicode", async () => {
  const { call } = await createWorld();
  const body = `{"modelId":"${MODEL.id}","numSamples":1,"args":{"prompt":"x","a/b":"\\ud800"}}`;
  const { body: problem } = await call("createDataset", { body });
  expect(problem.errors).toMatchObject([{ pointer: "/args/a~1b", keyword: "unicode" }]);
});

it("takes whole pairs, escaped or not", async () => {
  const { call } = await createWorld();
  for (const name of ["\\ud83d\\ude00", "😀"]) {
    const { body } = await call("createApiKey", { body: `{"name":"${name}"}` });
    expect(body.name).toBe("😀");
  }
});

it("treats a surrogate in the path or the query as a client error", async () => {
  const { api, key } = await createWorld();
  const headers = { Authorization: `Bearer ${key}` };
  for (const place of ["datasets?cursor=%ED%A0%80", "datasets/%ED%A0%80", "usage?from=%ED%A0%80"]) {
    const response = await api.fetch(new Request(`http://localhost/v1/${place}`, { headers }));
    expect([400, 404, 422]).toContain(response.status);
  }
});
