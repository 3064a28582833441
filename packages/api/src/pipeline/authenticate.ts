import { parseApiKey } from "@sinkove/api-key";
import {
  type PresentedKey,
  type Principal,
  refuseInactive,
  requireKnown,
  toPrincipal,
} from "../access/authentication.ts";
import { isSession, requirePerson } from "../access/session.ts";
import { type Awaitable, andThen, attempt } from "../awaitable.ts";
import { authenticationsExceeded } from "../http/rate-limit.ts";
import type { AccountCredentials, Credentials, StoreReader } from "../store/store.ts";
import { type Call, found } from "./call.ts";

/**
 * Looks up the caller. From here on, the response reports the rate limits, and the call counts as
 * usage of the key, even if the key is refused.
 */
export function authenticate(call: Call): Awaitable<void> {
  const presented = found(call.presented);
  if (!isSession(presented)) return authenticateKey(call, presented);
  const credentials = call.services.store.findAccountCredentials(presented.accountId);
  return andThen(credentials, (found) => void acceptPerson(call, found));
}

/** The same look-up in the transaction of a write. */
export async function authenticateAgain(call: Call, store: StoreReader): Promise<Principal> {
  const presented = found(call.presented);
  return isSession(presented)
    ? acceptPerson(call, await store.findAccountCredentials(presented.accountId))
    : acceptKey(call, await store.findCredentials(presented.hash));
}

/** Looks the key up, unless too many look-ups for the client's address have failed. */
function authenticateKey(call: Call, { secret, hash }: PresentedKey): Awaitable<void> {
  const { request, now, services } = call;
  const { failedAuthentications: failures, store } = services;
  const authentication = { hash, now, request, isReserved: false };
  const exceeded = failures.begin(authentication);
  if (exceeded) {
    call.keyPrefix = parseApiKey(secret)?.prefix;
    call.rateLimit = { levels: [exceeded], names: ["per-address"] };
    throw authenticationsExceeded(exceeded);
  }
  const credentials = attempt(
    () => store.findCredentials(hash, datasetToRead(call)),
    (error) => {
      failures.abandon(authentication);
      throw error;
    },
  );
  return andThen(credentials, (found) => {
    if (!found) call.keyPrefix = parseApiKey(secret)?.prefix;
    call.dataset = found?.dataset;
    try {
      acceptKey(call, found);
      failures.accept(authentication);
    } catch (error) {
      failures.refuse(authentication);
      throw error;
    }
  });
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The dataset that a GET names: a store may read it together with the key. */
function datasetToRead({ operation, path }: Call): string | undefined {
  const { datasetId } = path;
  if (operation.method !== "GET" || datasetId === undefined) return undefined;
  return UUID.test(datasetId) ? datasetId.toLowerCase() : undefined;
}

function acceptKey(call: Call, found: Credentials | undefined): Principal {
  const { services, operation, now } = call;
  const credentials = requireKnown(found);
  const principal = toPrincipal(credentials, services, operation.scopes);
  call.known = principal;
  refuseInactive(credentials, now);
  call.principal = principal;
  return principal;
}

function acceptPerson(call: Call, found: AccountCredentials | undefined): Principal {
  const { services, operation } = call;
  const credentials = { ...requirePerson(found), apiKey: null };
  const principal = toPrincipal(credentials, services, operation.scopes);
  call.known = principal;
  call.principal = principal;
  return principal;
}
