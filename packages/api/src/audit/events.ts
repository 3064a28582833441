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

/** Presents an event to a key that is limited to some organizations, which sees no others. Null means all of them. */
export function presentEvent(
  event: ApiKeyEventRecord,
  within: readonly string[] | null,
): ApiKeyEvent {
  const { id, apiKeyId, type, createdAt, actorApiKeyId, actorAccountId, requestId, changes } =
    event;
  const { leak, expiry } = event;
  const occurredAt = toTimestamp(createdAt);
  const visible = (value: unknown): unknown =>
    within && Array.isArray(value) ? value.filter((id) => within.includes(id)) : value;
  const copies = Object.entries(changes).map(([name, { from, to }]) => {
    const isOrganizations = name === "organizationIds";
    return [name, isOrganizations ? { from: visible(from), to: visible(to) } : { from, to }];
  });
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
