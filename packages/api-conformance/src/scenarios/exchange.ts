import { type OperationId, operations } from "@sinkove/contract";
import { validateBody, validateResponse } from "@sinkove/contract/validators";
import type { Person, World } from "./target.ts";

/** A request of a scenario. */
export interface Call {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A body that must be valid: an invalid one is an error in the scenario. */
  readonly body?: unknown;
  /** A body that is sent as it is, valid or not. */
  readonly text?: string | Uint8Array<ArrayBuffer>;
  /** Default: the world's key. Null for no key. */
  readonly key?: string | null;
  /** Sends the session of this person instead of a key, like a page of the API's own origin. */
  readonly person?: Person;
}

/** A response whose body was read and checked against the contract. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: scenarios read bodies that were validated
  readonly body: any;
}

/** Calls an operation, and validates request and response. @throws Error if one of them breaks the contract */
export async function call(world: World, id: OperationId, request: Call = {}): Promise<Reply> {
  requireValidBody(id, request);
  const reply = await readReply(await world.fetch(requestOf(world, id, request)));
  requireConforming(id, reply);
  return reply;
}

/** Builds the request for a call. */
export function requestOf(world: World, id: OperationId, request: Call): Request {
  const { method, path: template } = operations[id];
  const { path = {}, query = {}, person, body, text = JSON.stringify(body) } = request;
  const { key = person ? null : world.key } = request;
  const fill = (_: string, name: string) => encodeURIComponent(path[name] ?? "");
  const url = new URL(`/v1${template.replaceAll(/\{(\w+)\}/g, fill)}`, world.baseUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  const headers = new Headers(text === undefined ? {} : { "Content-Type": "application/json" });
  if (key !== null) headers.set("Authorization", `Bearer ${key}`);
  if (person) headers.set("Cookie", person.cookie);
  if (person && method !== "GET") headers.set("Origin", world.baseUrl);
  for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
  return new Request(url, { method, headers, ...(text === undefined ? {} : { body: text }) });
}

/** A value for each path parameter of an operation. */
export function pathWith(id: OperationId, value: string): Record<string, string> {
  const names = operations[id].path.matchAll(/\{(\w+)\}/g);
  return Object.fromEntries([...names].map(([, name = ""]) => [name, value]));
}

/** Reads the body of a response, as JSON or bytes. */
export async function readReply(response: Response): Promise<Reply> {
  const { status, headers } = response;
  const isJson = /[/+]json\b/.test(headers.get("content-type") ?? "");
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : bytes;
  return { status, headers, body };
}

function requireValidBody(id: OperationId, { body, text }: Call): void {
  if (text !== undefined) return;
  const violations = validateBody(id, body);
  if (violations.length === 0) return;
  throw new Error(`The scenario's body of ${id} is not valid: ${JSON.stringify(violations)}`);
}

/** @throws Error if a response breaks the contract */
export function requireConforming(id: OperationId, { status, headers, body }: Reply): void {
  const judged = body instanceof Uint8Array ? undefined : body;
  const violations = validateResponse(id, { status, headers, body: judged });
  const told = JSON.stringify({ status, violations, body: judged });
  if (violations.length > 0) throw new Error(`${id} breaks the contract: ${told}`);
  const codes: readonly string[] = operations[id].errors[status] ?? [];
  if (status < 400 || codes.includes(judged?.code)) return;
  throw new Error(`${id} does not declare this code: ${told}`);
}
