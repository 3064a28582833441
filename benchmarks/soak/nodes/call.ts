import { setTimeout } from "node:timers/promises";
import { type OperationId, operations } from "@sinkove/contract";
import { validateResponse } from "@sinkove/contract/validators";
import type { Ledger } from "./ledger.ts";

/** A request to one of several servers. */
export interface Call {
  readonly operation: OperationId;
  readonly path: string;
  readonly key: string;
  readonly body?: object;
  readonly idempotencyKey?: string;
}

/** A complete response that the contract allows. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: validated against the contract
  readonly body: any;
}

/** The timeout for frozen servers, in milliseconds. */
const PATIENCE = 15_000;
const PAUSE = 20;

/** The current URLs of the servers, in any order. */
export type Urls = () => readonly string[];

/** Sends a request once. Returns undefined if the connection broke. Records responses that the contract does not allow. */
export async function send(url: string, call: Call, ledger: Ledger): Promise<Answer | undefined> {
  const { method } = operations[call.operation];
  const headers = new Headers({ Authorization: `Bearer ${call.key}` });
  if (call.body) headers.set("Content-Type", "application/json");
  if (call.idempotencyKey !== undefined) headers.set("Idempotency-Key", call.idempotencyKey);
  const body = call.body ? { body: JSON.stringify(call.body) } : {};
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(`${url}/v1${call.path}`, { method, headers, signal, ...body });
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
    judge(call, answer, ledger);
    return answer;
  } catch {
    // The server was killed or is frozen.
    ledger.unanswered += 1;
    return undefined;
  }
}

/** Sends a request to one server after another until the response is not "try again later". */
export async function sendUntilAnswered(urls: Urls, call: Call, ledger: Ledger): Promise<Answer> {
  for (let tries = Math.floor(Math.random() * 2); ; tries++) {
    const all = urls();
    const url = all[tries % all.length];
    const answer = url === undefined ? undefined : await send(url, call, ledger);
    if (answer && !isLater(answer)) return answer;
    if (answer) ledger.refused += 1;
    await setTimeout(PAUSE);
  }
}

function isLater({ status, body }: Answer): boolean {
  return status === 503 || (status === 409 && body.code === "IDEMPOTENCY_CONFLICT");
}

function judge({ operation, path }: Call, answer: Answer, { strange }: Ledger): void {
  const { status, headers, body } = answer;
  const note = (what: string) => strange.push(`${operation} ${path}: ${status} ${what}`);
  const violations = validateResponse(operation, { status, headers, body });
  if (violations.length > 0) note(JSON.stringify(violations));
  const codes: readonly string[] = operations[operation].errors[status] ?? [];
  if (status >= 400 && !codes.includes(body?.code)) note(`has the code ${body?.code}`);
  if (status === 500) note(JSON.stringify(body));
  if (status === 503 && !headers.has("Retry-After")) note("has no Retry-After");
}
