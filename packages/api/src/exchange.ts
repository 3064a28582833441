import { redact } from "@sinkove/api-key";
import type { Operation, OperationId } from "@sinkove/contract";
import { readParameters, validateBody } from "@sinkove/contract/validators";
import { admit, authenticate, authenticateAgain, readPresented } from "./admission.ts";
import type { Principal } from "./authentication.ts";
import { requireOrganization, requireScopes } from "./authorization.ts";
import { type Awaitable, andThen } from "./awaitable.ts";
import type { HttpRequest } from "./http.ts";
import { answerOnce } from "./idempotency.ts";
import { accountsChangedBy } from "./members/changed-access.ts";
import type { AnyAnswer, Context } from "./operation.ts";
import { type ApiError, validationError } from "./problem.ts";
import { type Query, readQuery } from "./query.ts";
import type { RateLimitState } from "./rate-limit.ts";
import { readJsonBody } from "./request-body.ts";
import type { Services } from "./services.ts";
import type { Presented } from "./session.ts";
import type { DatasetRecord, Moment } from "./store/records.ts";
import type { StoreReader, WriteScope } from "./store/store.ts";
import type { Target } from "./target.ts";

/** A request on its way, and what is known of it so far: the response's headers need it even after an error. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly operation: Operation;
  readonly requestId: string;
  readonly now: Moment;
  /** On the clock that measures durations. */
  readonly startedAt: number;
  readonly target: Target;
  readonly prefix: string;
  readonly path: Readonly<Record<string, string>>;
  readonly services: Services;
  /** Who makes it, once that is accepted. */
  principal: Principal | undefined;
  /** Whose key it is, accepted or not. */
  known: Principal | undefined;
  /** What can be shown of a key that is well-formed and unknown. */
  keyPrefix: string | undefined;
  /** The dataset that the store has read together with the key. */
  dataset: DatasetRecord | undefined;
  /** What refused it. */
  refusal: ApiError | undefined;
  rateLimit: RateLimitState | undefined;
}

/** A handler of whichever operation. */
export type AnyHandler = (context: Context) => Awaitable<AnyAnswer>;

/** Leads a request through every rule to its handler; what is wrong is thrown as an ApiError. */
export function perform(exchange: Exchange, handler: AnyHandler): Awaitable<AnyAnswer> {
  const query = readQuery(exchange.target.search);
  const { operation, services } = exchange;
  const { store } = services;
  if (operation.isPublic) {
    const actor = { store, principal: undefined };
    const input = readInput(exchange, query);
    return andThen(input, (input) => handler(contextOf(exchange, input, actor)));
  }
  const presented = readPresented(exchange);
  const principal = andThen(presented, (shown) =>
    andThen(authenticate(exchange, shown), (principal) => admit(exchange, principal)),
  );
  return andThen(principal, (principal) =>
    andThen(readInput(exchange, query), (input) => {
      if (operation.method !== "GET") return write(exchange, { handler, presented, input });
      authorizePath(exchange, principal, input);
      const reader = readerWith(store, exchange.dataset);
      return handler(contextOf(exchange, input, { store: reader, principal }));
    }),
  );
}

/** A reader that has a dataset at hand already. */
function readerWith(store: StoreReader, dataset: DatasetRecord | undefined): StoreReader {
  if (!dataset) return store;
  return { ...store, findDataset: (id) => (id === dataset.id ? dataset : store.findDataset(id)) };
}

/** Parameters and body as the contract types them. */
interface Input {
  readonly parameters: Readonly<Record<string, string | number | undefined>>;
  readonly body: unknown;
}

/** @throws ApiError VALIDATION_ERROR with every violation of parameters and body at once */
function readInput(exchange: Exchange, query: Query): Awaitable<Input> {
  const { operation, request, path } = exchange;
  const { body: limits } = operation;
  return andThen(limits ? readJsonBody(request, limits.maxBytes) : undefined, (body) => {
    const { headers } = request;
    const { values, violations } = readParameters(operation.id, { path, query, headers });
    const wrong = validateBody(operation.id, body);
    if (violations.length + wrong.length > 0) throw validationError([...violations, ...wrong]);
    return { parameters: withCanonicalIds(values), body };
  });
}

/** UUIDs are compared as text, and their upper case is as good (RFC 9562, section 4). */
function withCanonicalIds(values: Input["parameters"]): Input["parameters"] {
  let canonical = values;
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (!name.endsWith("Id") || typeof value !== "string" || !UPPER_CASE.test(value)) continue;
    canonical = { ...canonical, [name]: value.toLowerCase() };
  }
  return canonical;
}

const UPPER_CASE = /[A-F]/;

function authorizePath({ operation }: Exchange, principal: Principal, { parameters }: Input): void {
  const { organizationId } = parameters;
  if (typeof organizationId !== "string") return;
  requireOrganization(principal, organizationId, operation.scopes);
}

/** A write, with all that it needs. */
interface Write {
  readonly handler: AnyHandler;
  readonly presented: Awaitable<Presented>;
  readonly input: Input;
}

/**
 * Runs a write in one transaction. The key, or the person, is judged again inside it: what was taken away since is
 * not granted by a write that was on its way.
 */
async function write(exchange: Exchange, job: Write): Promise<AnyAnswer> {
  const { handler, input } = job;
  const presented = await job.presented;
  const { services, operation, now, principal: before } = exchange;
  if (!before) throw new TypeError("A write has no principal.");
  const key = input.parameters["Idempotency-Key"];
  const idempotencyKey = key === undefined ? undefined : `${key}`;
  const scope: WriteScope = {
    accountId: before.account.id,
    apiKeyId: before.apiKey?.id,
    idempotencyKey,
    changesAccessOf: accountsChangedBy(operation.id, before, input.parameters),
    changesKeys: operation.scopes.includes("api_keys:write") || operation.id === "deleteMe",
  };
  const answer = await services.store.write(scope, async (store) => {
    const principal = await authenticateAgain(exchange, presented, store);
    requireScopes(principal, operation);
    authorizePath(exchange, principal, input);
    const answer = async () => handler(contextOf(exchange, input, { store, principal }));
    if (idempotencyKey === undefined) return answer();
    const { path } = exchange;
    const { random } = services;
    const { body } = input;
    const operationId = operation.id;
    const request = { idempotencyKey, operationId, path, body, principal, presented, now, random };
    return answerOnce(store, request, answer);
  });
  await finish(exchange, answer);
  return answer;
}

/** What follows a change is tried once: the change was made, and the response says so, even if it fails. */
async function finish(exchange: Exchange, { afterCommit, inBackground }: AnyAnswer): Promise<void> {
  if (inBackground) void attemptOnce(exchange, inBackground);
  if (afterCommit) await attemptOnce(exchange, afterCommit);
}

/** Logs a failure. It never rejects. */
async function attemptOnce(
  { services, requestId, operation }: Exchange,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : `${error}`;
    const message = "what follows the change failed";
    const operationId = operation.id;
    services.log({ level: "error", message, requestId, operationId, error: redact(text) });
  }
}

/** Who acts, and on which store. */
interface Actor {
  readonly store: StoreReader;
  readonly principal: Principal | undefined;
}

function contextOf(exchange: Exchange, input: Input, actor: Actor): Context {
  const { operation, requestId, now, target, prefix, services } = exchange;
  const operationId: OperationId = operation.id;
  const { parameters, body } = input;
  const { store, principal } = actor;
  const context = {
    operationId,
    requestId,
    now,
    target,
    prefix,
    services,
    parameters,
    body,
    store,
    principal,
  };
  // The contract's validators have just judged the input: this is the boundary where it gets its types.
  return context as unknown as Context;
}

/** The path of a request, fit for an error: no key, and nothing that a URI may not hold. */
export function instanceOf({ pathname }: Target): string {
  return redact(pathname)
    .replaceAll(/%(?![0-9a-f]{2})/gi, "%25")
    .replaceAll(/[^\w\-.~!$&'()*+,;=:@/%]/gu, encodeURIComponent);
}
