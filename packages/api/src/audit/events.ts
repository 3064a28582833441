import type { ApiKeyEvent, ApiKeyEventType } from "@sinkove/contract";
import { toTimestamp } from "../moment.ts";
import type { AnyContext } from "../operation.ts";
import { type Random, uuidV7 } from "../random.ts";
import type { ApiKeyEventRecord, Moment } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";
import { actorOf } from "./actor.ts";

type Changes = ApiKeyEventRecord["changes"];

/** Records that something happened to a key, in the transaction of the change. */
export function recordEvent(
  { store, now, requestId, principal, services }: AnyContext & { store: StoreWriter },
  { apiKeyId, type, changes }: { apiKeyId: string; type: ApiKeyEventType; changes: Changes },
): Promise<void> {
  const id = uuidV7(now, services.random);
  const { account, apiKey } = principal;
  return store.insertApiKeyEvent({
    id,
    apiKeyId,
    type,
    createdAt: now,
    actorApiKeyId: apiKey?.id ?? null,
    actorAccountId: apiKey ? null : account.id,
    requestId,
    changes,
    leak: null,
    expiry: null,
  });
}

/** A change of a key by the service itself, and its reason. */
export type ServiceEvent = Pick<ApiKeyEventRecord, "apiKeyId" | "type" | "requestId"> &
  Partial<Pick<ApiKeyEventRecord, "changes" | "leak" | "expiry">>;

/** Records that the service itself did something to a key, in the transaction of the change. */
export function recordServiceEvent(
  store: StoreWriter,
  { now, random }: { readonly now: Moment; readonly random: Random },
  event: ServiceEvent,
): Promise<void> {
  return store.insertApiKeyEvent({
    id: uuidV7(now, random),
    createdAt: now,
    actorApiKeyId: null,
    actorAccountId: null,
    changes: {},
    leak: null,
    expiry: null,
    ...event,
  });
}

/** The members that differ between two views of a key, each with its value before and after. */
export function differences<T extends object>(
  before: T,
  after: T,
  names: readonly (keyof T & string)[],
): Changes {
  const changed = names.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return Object.fromEntries(changed.map((name) => [name, { from: before[name], to: after[name] }]));
}

export function presentEvent(event: ApiKeyEventRecord): ApiKeyEvent {
  const { id, apiKeyId, type, createdAt, actorApiKeyId, actorAccountId, requestId, changes } =
    event;
  const { leak, expiry } = event;
  const occurredAt = toTimestamp(createdAt);
  const copies = Object.entries(changes).map(([name, change]) => [name, { ...change }] as const);
  return {
    id,
    apiKeyId,
    type,
    occurredAt,
    actor: actorOf(actorApiKeyId, actorAccountId),
    actorApiKeyId,
    requestId,
    changes: Object.fromEntries(copies),
    leak: leak && { ...leak },
    expiry: expiry && { ...expiry, expiresAt: toTimestamp(expiry.expiresAt) },
  };
}
