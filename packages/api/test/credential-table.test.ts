import { generateApiKey } from "@sinkove/api-key";
import { type Operation, operations } from "@sinkove/contract";
import { beforeAll, describe, expect, it } from "vitest";
import { suspendAccount } from "../src/index.ts";
import { createTown, type Town } from "./people.ts";
import { sampleCall } from "./sample-call.ts";

/** All operations that accept an API key. */
const table = Object.values<Operation>(operations).filter(({ schemes }) =>
  schemes.includes("apiKey"),
);
const rows = table.map((operation) => [operation.id, operation] as const);
const SECOND = 1000;

/** A credential that is rejected, with the expected code and reason. */
interface Refused {
  readonly name: string;
  readonly key: (town: Town) => Promise<string | null>;
  readonly code: string;
  readonly reason?: string;
}

const REFUSED: readonly Refused[] = [
  { name: "no key", key: async () => null, code: "INVALID_API_KEY", reason: "missing" },
  { name: "text", key: async () => "zzzz", code: "INVALID_API_KEY", reason: "malformed" },
  {
    name: "a live key in a sandbox",
    key: async () => generateApiKey("live"),
    code: "INVALID_API_KEY",
    reason: "wrong_environment",
  },
  {
    name: "a key that was never issued",
    key: async () => generateApiKey("test"),
    code: "INVALID_API_KEY",
    reason: "unknown",
  },
  {
    name: "a revoked key",
    code: "API_KEY_REVOKED",
    async key({ issueKey, call }) {
      const { id: apiKeyId, secret } = await issueKey();
      await call("revokeApiKey", { path: { apiKeyId } });
      return secret;
    },
  },
  {
    name: "a key that was reported as leaked",
    code: "API_KEY_REVOKED",
    async key({ issueKey, call }) {
      const { secret: apiKey } = await issueKey();
      await call("reportApiKeyLeak", { key: null, body: { apiKey } });
      return apiKey;
    },
  },
  {
    name: "an expired key",
    code: "API_KEY_EXPIRED",
    async key({ issueKey, advance, now }) {
      const { secret } = await issueKey({ expiresAt: new Date(now() + SECOND).toISOString() });
      advance(SECOND);
      return secret;
    },
  },
  {
    name: "a rotated key after its grace period",
    code: "API_KEY_EXPIRED",
    async key({ issueKey, call }) {
      const { id: apiKeyId, secret } = await issueKey();
      await call("rotateApiKey", { path: { apiKeyId }, body: { gracePeriodSeconds: 0 } });
      return secret;
    },
  },
  {
    name: "a disabled key",
    code: "API_KEY_DISABLED",
    async key({ issueKey, call }) {
      const { id: apiKeyId, secret } = await issueKey();
      await call("updateApiKey", { path: { apiKeyId }, body: { enabled: false } });
      return secret;
    },
  },
  {
    name: "a key of a suspended account",
    code: "API_KEY_DISABLED",
    async key({ join, store, now }) {
      const person = await join("owner");
      const { body } = await person.call("createApiKey", { body: { name: "x" } });
      await suspendAccount(store, person.id, now());
      return body.secret;
    },
  },
  {
    name: "a key of a deleted account",
    code: "API_KEY_REVOKED",
    async key({ signUp }) {
      const person = await signUp("Dora");
      const { body } = await person.call("createApiKey", { body: { name: "x" } });
      await person.call("deleteMe");
      return body.secret;
    },
  },
];

describe.each(REFUSED)("$name", ({ key: makeKey, code, reason }) => {
  let town: Town;
  let key: string | null;
  beforeAll(async () => {
    town = await createTown();
    key = await makeKey(town);
  });

  it.each(rows)("is rejected by %s, even in an otherwise valid request", async (id, operation) => {
    const { organizationId, apiKeyId, call, api } = town;
    const request = { ...sampleCall(operation, { organizationId, apiKeyId }), key };
    const { status, body, headers } = await call(id, request);
    expect([status, body.code, body.reason]).toEqual([401, code, reason]);
    expect(headers.get("WWW-Authenticate")).toMatch(/^Bearer realm="sinkove"/);
    if (key !== null) expect(JSON.stringify([body, [...headers]])).not.toContain(key);
    // A valid session in addition to the key does not help.
    const person = await town.join("owner");
    const cookie = `sinkove_session=${person.session}`;
    const both = new Request(`http://localhost/v1${operation.path}`, {
      method: operation.method,
      headers: { Authorization: `Bearer ${key ?? ""}`, Cookie: cookie, Origin: "http://localhost" },
    });
    expect((await api.fetch(both)).status).toBe(401);
  });
});

/** Operations that a key may not call in its grace period, because the changes would outlive it. */
const CHANGES_KEYS = ["createApiKey", "updateApiKey", "rotateApiKey", "revokeApiKey"];

describe("a rotated key in its grace period", () => {
  it.each(rows)(
    "is accepted by %s, unless that changes keys, and says when it ends",
    async (id, operation) => {
      const town = await createTown();
      const { issueKey, call, organizationId, now } = town;
      const { id: apiKeyId, secret: key } = await issueKey();
      await call("createDataset", sampleCall(operations.createDataset));
      await call("rotateApiKey", { path: { apiKeyId }, body: { gracePeriodSeconds: 60 } });
      const request = { ...sampleCall(operation, { organizationId, apiKeyId }), key };
      const { status, headers } = await call(id, request);
      expect(status === 403).toBe(CHANGES_KEYS.includes(id));
      expect(status).not.toBe(401);
      expect(headers.get("Deprecation")).toBe(`@${now() / SECOND}`);
      expect(Date.parse(headers.get("Sunset") ?? "")).toBe(now() + 60 * SECOND);
    },
  );
});
