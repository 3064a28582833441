import { parseApiKey } from "@sinkove/api-key";
import { requireJsonAccepted } from "../http/accept.ts";
import {
  type PresentedKey,
  type Principal,
  readPresentedKey,
  refuseInactive,
  requireKnown,
  toPrincipal,
} from "../access/authentication.ts";
import { requireScheme, requireScopes } from "../access/authorization.ts";
import { type Awaitable, andThen, attempt } from "../awaitable.ts";
import type { Exchange } from "./exchange.ts";
import { authenticationsExceeded, rateLimitExceeded, SESSION_LIMIT } from "../http/rate-limit.ts";
import {
  invalidSession,
  isSession,
  type Presented,
  requireOwnOrigin,
  requirePerson,
} from "../access/session.ts";
import type { Bucket } from "../store/rate-limits.ts";
import type { AccountCredentials, Credentials, StoreReader } from "../store/store.ts";

/**
 * Reads who makes a request. A session counts only if there is no `Authorization` header.
 *
 * @throws ApiError INVALID_API_KEY or INVALID_SESSION
 */
export function readPresented({ request, services }: Exchange): Awaitable<Presented> {
  const header = request.headers.get("authorization");
  const { findSession } = services;
  if (header !== null || !findSession) return readPresentedKey(header, services);
  return findSession(request).then((session) => {
    if (session === "ended") throw invalidSession();
    return session ?? readPresentedKey(null, services);
  });
}

/** Looks up who makes a request. */
export function authenticate(exchange: Exchange, presented: Presented): Awaitable<Principal> {
  if (!isSession(presented)) return authenticateKey(exchange, presented);
  const found = exchange.services.store.findAccountCredentials(presented.accountId);
  return andThen(found, (found) => identifyPerson(exchange, found));
}

/** The same look-up within the transaction of a write. */
export async function authenticateAgain(
  exchange: Exchange,
  presented: Presented,
  store: StoreReader,
): Promise<Principal> {
  return isSession(presented)
    ? identifyPerson(exchange, await store.findAccountCredentials(presented.accountId))
    : identify(exchange, await store.findCredentials(presented.hash));
}

/** Looks the key up, unless too many look-ups for the client's address have failed. */
function authenticateKey(exchange: Exchange, { secret, hash }: PresentedKey): Awaitable<Principal> {
  const { request, now, services } = exchange;
  const { failedAuthentications: failures, store } = services;
  const authentication = { hash, now, request, isReserved: false };
  const exceeded = failures.begin(authentication);
  if (exceeded) {
    exchange.keyPrefix = parseApiKey(secret)?.prefix;
    exchange.rateLimit = { levels: [exceeded], names: ["per-address"] };
    throw authenticationsExceeded(exceeded);
  }
  const found = attempt(
    () => store.findCredentials(hash, datasetToRead(exchange)),
    (error) => {
      failures.abandon(authentication);
      throw error;
    },
  );
  return andThen(found, (found) => {
    if (!found) exchange.keyPrefix = parseApiKey(secret)?.prefix;
    exchange.dataset = found?.dataset;
    try {
      const principal = identify(exchange, found);
      failures.accept(authentication);
      return principal;
    } catch (error) {
      failures.refuse(authentication);
      throw error;
    }
  });
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The dataset that a GET names: a store may read it together with the key. */
function datasetToRead({ operation, path }: Exchange): string | undefined {
  const { datasetId } = path;
  if (operation.method !== "GET" || datasetId === undefined) return undefined;
  return UUID.test(datasetId) ? datasetId.toLowerCase() : undefined;
}

/**
 * From here on the response reports the rate limits, and the request counts as usage of the key, even if the key is
 * refused.
 */
function identify(exchange: Exchange, found: Credentials | undefined): Principal {
  const { services, operation, now } = exchange;
  const credentials = requireKnown(found);
  const principal = toPrincipal(credentials, services, operation.scopes);
  exchange.known = principal;
  refuseInactive(credentials, now);
  exchange.principal = principal;
  return principal;
}

function identifyPerson(exchange: Exchange, found: AccountCredentials | undefined): Principal {
  const { services, operation } = exchange;
  const credentials = { ...requirePerson(found), apiKey: null };
  const principal = toPrincipal(credentials, services, operation.scopes);
  exchange.known = principal;
  exchange.principal = principal;
  return principal;
}

/** @throws ApiError if the principal may not make the request, whatever else the request says */
export function admit(exchange: Exchange, principal: Principal): Awaitable<Principal> {
  const { services, now, request, operation, target } = exchange;
  const names = principal.apiKey ? undefined : ["per-session"];
  const taken = services.store.takeTokens(bucketsOf(principal), now);
  return andThen(taken, ({ isAllowed, levels }) => {
    const state = names ? { levels, names } : { levels };
    exchange.rateLimit = state;
    if (!isAllowed) throw rateLimitExceeded(state);
    if (!principal.apiKey) requireOwnOrigin(request, operation, target);
    requireScheme(principal, operation);
    requireJsonAccepted(request.headers.get("accept"));
    requireScopes(principal, operation);
    return principal;
  });
}

function bucketsOf({ account, apiKey }: Principal): Bucket[] {
  if (!apiKey) return [{ id: `session ${account.id}`, policy: SESSION_LIMIT }];
  const ofAccount = { id: account.id, policy: account.rateLimit };
  if (apiKey.rateLimit === null) return [ofAccount];
  return [ofAccount, { id: apiKey.id, policy: apiKey.rateLimit }];
}
