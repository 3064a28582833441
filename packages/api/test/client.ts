import { type OperationId, operations } from "@sinkove/contract";
import { validateResponse } from "@sinkove/contract/validators";
import {
  type Api,
  type ApiOptions,
  bootstrap,
  type CreditEntryRecord,
  createApi,
  type LogEntry,
  type NewOrganization,
  type Store,
} from "../src/index.ts";
import { uuidV7 } from "../src/random.ts";
import { createMemoryStore } from "../src/store/memory.ts";
import type { AccountRecord, ModelRecord } from "../src/store/records.ts";

/** The time at which every test begins. */
export const START: number = Date.UTC(2026, 10, 24, 10);

export const MODEL: ModelRecord = {
  id: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
  slug: "chest-xray-v2",
  name: "Chest X-ray v2",
  description: "Chest films from a prompt.",
  organizationId: null,
  modality: "chest-xray",
  imageSize: { width: 512, height: 512 },
  maxSamples: 50,
  argsSchema: {
    type: "object",
    additionalProperties: false,
    required: ["prompt"],
    properties: { prompt: { type: "string", minLength: 1 }, seed: { type: "integer" } },
  },
  modelCard: "# Chest X-ray v2",
  createdAt: START - 1000,
};

/** Creates an ID as the API would at this time. */
export function idAt(moment: number): string {
  return uuidV7(moment, (bytes) => crypto.getRandomValues(bytes));
}

/** Creates another organization with credits. */
export function newOrganization(credits: number): Omit<NewOrganization, "createdAt"> {
  const grant = { id: crypto.randomUUID(), amount: credits, reason: "For a test." };
  return { id: crypto.randomUUID(), name: "B", leakPolicy: "revoke", grant };
}

/** Creates an entry that adds credits, or removes them if the amount is negative. */
export function entryOf(organizationId: string, amount: number): CreditEntryRecord {
  const nobody = { datasetId: null, actorApiKeyId: null, actorAccountId: null };
  const facts = { organizationId, kind: "grant", amount, reason: "For a test." } as const;
  return { id: crypto.randomUUID(), createdAt: START, ...facts, ...nobody };
}

/** A request of a test. */
export interface Call {
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly key?: string | null;
  /** The session cookie. It is sent from our own origin and without a key. */
  readonly session?: string;
}

/** A response with its parsed body. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests inspect bodies that were validated against the contract
  readonly body: any;
}

/** A separate world with an account, an organization, a model and a key. */
export interface World {
  readonly api: Api;
  readonly store: Store;
  readonly key: string;
  readonly accountId: string;
  readonly apiKeyId: string;
  readonly organizationId: string;
  readonly log: LogEntry[];
  readonly advance: (milliseconds: number) => void;
  readonly now: () => number;
  /** Calls an operation and validates the response against the contract. */
  readonly call: (id: OperationId, call?: Call) => Promise<Reply>;
  /** Creates a key with these fields, using the world's first key. */
  readonly issueKey: (body?: Record<string, unknown>) => Promise<Reply["body"]>;
}

export interface WorldOptions extends Partial<ApiOptions> {
  readonly rateLimit?: AccountRecord["rateLimit"];
  readonly credits?: number;
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const { store = createMemoryStore(), credits = 1000, rateLimit, ...rest } = options;
  let time = START;
  const clock = () => time;
  const made = await bootstrap(store, {
    environment: "test",
    accountName: "Example Hospital",
    organizationName: "Radiology",
    credits,
    models: [MODEL],
    rateLimit: rateLimit ?? { limit: 10_000, windowSeconds: 60 },
    clock,
  });
  const log: LogEntry[] = [];
  const secret = "a secret for tests, and for nothing else";
  const api = createApi({
    store,
    secret,
    environment: "test",
    clock,
    log: (entry) => log.push(entry),
    ...rest,
  });
  const { secret: key, ...ids } = made;
  const call = (id: OperationId, request: Call = {}) => send(api, id, { key, ...request });
  return {
    ...ids,
    api,
    store,
    key,
    log,
    call,
    now: clock,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    issueKey: async (body = {}) => {
      const { status, body: issued } = await call("createApiKey", {
        body: { name: "Test", ...body },
      });
      if (status !== 201) throw new Error(`The key was not issued: ${JSON.stringify(issued)}`);
      return issued;
    },
  };
}

export function requestOf(
  id: OperationId,
  { path = {}, query, headers, body, key, session }: Call,
): Request {
  const { method, path: template } = operations[id];
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(path[name] ?? ""),
  );
  const url = new URL(`http://localhost/v1${filled}`);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.append(name, value);
  const all = new Headers(headers);
  if (session !== undefined) {
    all.set("Cookie", `sinkove_session=${session}`);
    if (!all.has("origin") && !all.has("sec-fetch-site")) all.set("Origin", url.origin);
  } else if (key !== null && key !== undefined) all.set("Authorization", `Bearer ${key}`);
  if (body === undefined) return new Request(url, { method, headers: all });
  if (!all.has("content-type")) all.set("Content-Type", "application/json");
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Request(url, { method, headers: all, body: text });
}

async function send(api: Api, id: OperationId, call: Call): Promise<Reply> {
  const response = await api.fetch(requestOf(id, call));
  const { status, headers } = response;
  const isJson = headers.get("content-type")?.includes("json") ?? false;
  const body = isJson ? await response.json() : new Uint8Array(await response.arrayBuffer());
  const violations = validateResponse(id, { status, headers, body: isJson ? body : undefined });
  if (violations.length > 0) {
    throw new Error(`${id} breaks the contract: ${JSON.stringify({ status, violations, body })}`);
  }
  const { code } = body;
  const codes: readonly string[] = operations[id].errors[status] ?? [];
  if (status >= 400 && !codes.includes(code))
    throw new Error(`${id} does not declare ${status} ${code}`);
  return { status, headers, body };
}
