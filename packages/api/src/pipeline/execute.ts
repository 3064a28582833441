import type { OperationId } from "@sinkove/contract";
import type { Principal } from "../access/authentication.ts";
import { requireOrganization, requireScopes } from "../access/authorization.ts";
import { type Awaitable, andThen } from "../awaitable.ts";
import { handlers } from "../handlers.ts";
import { accountsChangedBy } from "../members/changed-access.ts";
import type { AnyAnswer, Context } from "../operation.ts";
import type { DatasetRecord } from "../store/records.ts";
import type { StoreReader, WriteScope } from "../store/store.ts";
import { authenticateAgain } from "./authenticate.ts";
import { type Call, found } from "./call.ts";
import { answerOnce } from "./idempotency.ts";
import { logFailure } from "./record.ts";

/** Runs the handler of the operation. */
export function execute(call: Call): Awaitable<void> {
  const { method, isPublic } = call.operation;
  const answer = isPublic || method === "GET" ? read(call) : write(call);
  return andThen(answer, (answer) => {
    call.answer = answer;
  });
}

function read(call: Call): Awaitable<AnyAnswer> {
  const { principal, dataset } = call;
  if (principal) authorizePath(call, principal);
  return handle(call, readerWith(call.services.store, dataset), principal);
}

/** A reader that has read a dataset already. */
function readerWith(store: StoreReader, dataset: DatasetRecord | undefined): StoreReader {
  if (!dataset) return store;
  return { ...store, findDataset: (id) => (id === dataset.id ? dataset : store.findDataset(id)) };
}

/**
 * Runs a write in one transaction. Inside it, the key or the person is checked again, so that a
 * right that was revoked meanwhile is not used.
 */
async function write(call: Call): Promise<AnyAnswer> {
  const scope = writeScopeOf(call);
  const { idempotencyKey } = scope;
  const answer = await call.services.store.write(scope, async (store) => {
    const principal = await authenticateAgain(call, store);
    requireScopes(principal, call.operation);
    authorizePath(call, principal);
    const answer = async () => handle(call, store, principal);
    if (idempotencyKey === undefined) return answer();
    const { services, operation, path, now } = call;
    const { random } = services;
    const operationId = operation.id;
    const { body } = found(call.input);
    const presented = found(call.presented);
    const request = { idempotencyKey, operationId, path, body, principal, presented, now, random };
    return answerOnce(store, request, answer);
  });
  await finish(call, answer);
  return answer;
}

function writeScopeOf(call: Call): WriteScope {
  const { operation } = call;
  const principal = found(call.principal);
  const { parameters } = found(call.input);
  const key = parameters["Idempotency-Key"];
  return {
    accountId: principal.account.id,
    apiKeyId: principal.apiKey?.id,
    idempotencyKey: key === undefined ? undefined : `${key}`,
    changesAccessOf: accountsChangedBy(operation.id, principal, parameters),
    changesKeys: operation.scopes.includes("api_keys:write") || operation.id === "deleteMe",
  };
}

/** Runs the effects that follow a change, once. The response does not depend on their success. */
async function finish(call: Call, { afterCommit, inBackground }: AnyAnswer): Promise<void> {
  if (inBackground) void attemptOnce(call, inBackground);
  if (afterCommit) await attemptOnce(call, afterCommit);
}

/** Logs a failure. It never rejects. */
async function attemptOnce(call: Call, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logFailure(call, "what follows the change failed", error);
  }
}

function authorizePath(call: Call, principal: Principal): void {
  const { organizationId } = found(call.input).parameters;
  if (typeof organizationId !== "string") return;
  requireOrganization(principal, organizationId, call.operation.scopes);
}

/** A handler of any operation. */
type AnyHandler = (context: Context) => Awaitable<AnyAnswer>;

function handle(
  call: Call,
  store: StoreReader,
  principal: Principal | undefined,
): Awaitable<AnyAnswer> {
  const { operation, requestId, now, target, prefix, services } = call;
  const operationId: OperationId = operation.id;
  const { parameters, body } = found(call.input);
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
  // The table has a handler for each operation's context. TypeScript cannot follow that through a
  // look-up.
  const handler = handlers[operationId] as AnyHandler;
  // The contract's validators have checked the input, which gets its types here.
  return handler(context as unknown as Context);
}
