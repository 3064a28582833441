import { expect } from "vitest";
import type { RequestRecord } from "../src/index.ts";
import { idAt, START, type World } from "./client.ts";

/** A request as a server passes it to the API. */
interface Asked {
  readonly key?: string;
  readonly path?: string;
  readonly method?: string;
  readonly address?: string | undefined;
  readonly userAgent?: string | undefined;
}

/** Sends a request with the world's key to the API. @returns the status */
export async function ask({ api, key: own }: World, asked: Asked = {}): Promise<number> {
  const { key = own, path = "/v1/models", method = "GET", address, userAgent } = asked;
  const all = { authorization: `Bearer ${key}`, "user-agent": userAgent ?? null };
  const headers = { get: (name: string) => all[name as keyof typeof all] ?? null }; // any name
  const url = `http://localhost${path}`;
  const readBody = async () => new Uint8Array();
  return (await api.handle({ method, url, headers, address, readBody })).status;
}

/** Returns the requests in the log, newest first. */
export async function logged({ call }: World, query: Record<string, string> = {}, key?: string) {
  const reply = await call("listRequests", key === undefined ? { query } : { query, key });
  expect(reply.status).toBe(200);
  return reply.body;
}

export const idsOf = (requests: readonly { id: string }[]) => requests.map(({ id }) => id);

/** Creates a stored request of the world's key. */
export function recordOf(world: World, given: Partial<RequestRecord> = {}): RequestRecord {
  const { accountId, apiKeyId } = world;
  const { createdAt = START } = given;
  return {
    ...{ id: idAt(createdAt), accountId, createdAt, address: null, userAgent: null },
    ...{ actorType: "api_key", actorId: apiKeyId, apiKeyId, method: "GET", path: "/models" },
    ...{ operationId: "listModels", status: 200, statusClass: "2xx", code: null, reason: null },
    ...{ durationMs: 1.5, ...given },
  };
}

/** Fields that make a logged request one of the person. */
export function personal({ accountId }: World): Partial<RequestRecord> {
  return { actorType: "person", actorId: accountId, apiKeyId: null };
}

/** Limits with which a store deletes nothing. */
export const KEEP_ALL = { before: 0, rows: 1_000_000 };
