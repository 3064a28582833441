import { type ApiKeyAdvice, type ApiKeyRotation, operations, type Scope } from "@sinkove/contract";
import { toTimestamp, toTimestampOrNull } from "../moment.ts";
import type { Context, Handlers } from "../operation.ts";
import type { ApiKeyRecord, Moment, UsageSum } from "../store/records.ts";
import type { RequestClient } from "../store/request-log.ts";
import { findReached, reachOf } from "./reach.ts";
import { isLive } from "./status.ts";

const DAY = 24 * 60 * 60 * 1000;
/** How long the use of a key is observed. */
const OBSERVED = 30 * DAY;
/** A program that runs once a day is seen within this time. */
const QUIET = DAY;

type AdviceContext = Context<"getApiKeyAdvice">;

/** Handler of the advice on a key. What was recorded and not written yet is written first. */
export const adviceHandlers: Pick<Handlers, "getApiKeyAdvice"> = {
  async getApiKeyAdvice(context) {
    const { store, principal, services, now } = context;
    await services.usage.flush();
    await services.requests.flush();
    const apiKey = await findReached(context);
    const { id: apiKeyId, accountId, createdAt, lastUsedAt, rotatedToId } = apiKey;
    const observedFrom = Math.max(now - OBSERVED, createdAt);
    const span = {
      from: observedFrom - (observedFrom % HOUR),
      to: now + 1,
      interval: OBSERVED + DAY,
    };
    const used = await store.listUsage({ ...reachOf(principal), apiKeyId, ...span });
    const from = Math.max(observedFrom, rotatedToId === null ? 0 : (apiKey.rotatedAt ?? 0));
    const clients = await store.listClients({ accountId, apiKeyId, from });
    const body: ApiKeyAdvice = {
      apiKeyId,
      observedFrom: toTimestamp(observedFrom),
      unusedScopes: unusedScopes(apiKey, used),
      lastUsedAt: toTimestampOrNull(lastUsedAt),
      daysSinceLastUse:
        lastUsedAt === null ? null : Math.max(0, Math.floor((now - lastUsedAt) / DAY)),
      clients: clients.map(presentClient),
      rotation: await rotationOf(context, apiKey, clients[0]?.lastSeenAt),
    };
    return { status: 200, body };
  },
};

const HOUR = 60 * 60 * 1000;

/** The scopes that none of the key's operations has needed. */
function unusedScopes({ scopes }: ApiKeyRecord, used: readonly UsageSum[]): Scope[] {
  const table: Readonly<Record<string, { readonly scopes: readonly Scope[] }>> = operations;
  // An operation of an earlier version may no longer exist.
  const needed = new Set(used.flatMap(({ operationId }) => table[operationId]?.scopes ?? []));
  return scopes.filter((scope) => !needed.has(scope));
}

function presentClient({ lastSeenAt, ...client }: RequestClient): ApiKeyAdvice["clients"][number] {
  return { ...client, lastSeenAt: toTimestamp(lastSeenAt) };
}

/** @param lastSeenAt - when a client has sent the key last, after its rotation */
async function rotationOf(
  { store, now }: AdviceContext,
  apiKey: ApiKeyRecord,
  lastSeenAt: Moment = 0,
): Promise<ApiKeyRotation | null> {
  const { accountId, rotatedToId, rotatedAt, revokedAt, expiresAt, lastUsedAt } = apiKey;
  if (rotatedToId === null) return null;
  const successor = await store.findApiKey(accountId, rotatedToId);
  const quietSince = Math.max(rotatedAt ?? apiKey.createdAt, lastUsedAt ?? 0, lastSeenAt);
  const isReplaced = successor !== undefined && successor.lastUsedAt !== null;
  return {
    successorId: rotatedToId,
    endsAt: toTimestampOrNull(revokedAt ?? expiresAt),
    successorLastUsedAt: toTimestampOrNull(successor?.lastUsedAt ?? null),
    quietSince: toTimestamp(quietSince),
    canEnd: isReplaced && isLive(apiKey, now) && now - quietSince >= QUIET,
  };
}
