import { parseApiKey, redact } from "@sinkove/api-key";
import type { ApiKeyLeak } from "@sinkove/contract";
import { toPrincipal } from "../access/authentication.ts";
import { presentApiKey } from "../api-keys/presentation.ts";
import { isLive } from "../api-keys/status.ts";
import { differences, recordServiceEvent } from "../audit/events.ts";
import type { LeakNotice } from "../mails/notice.ts";
import { insertMails } from "../mails/outbox.ts";
import type { Services } from "../services.ts";
import type { ApiKeyChanges, ApiKeyRecord, Moment } from "../store/records.ts";
import type { Credentials, StoreWriter } from "../store/store.ts";
import { insertApiKeyEvents } from "../webhooks/events.ts";
import { strictestPolicy } from "./policy.ts";
import { isNews } from "./repetition.ts";

/** A text that was reported as a leaked key. */
export interface LeakReport {
  /** Never stored, logged or put into an error. */
  readonly secret: string;
  readonly reportedBy: ApiKeyLeak["reportedBy"];
  readonly url: string | null;
}

/** The request with a report. */
export interface Reporting {
  readonly services: Services;
  readonly now: Moment;
  readonly requestId: string;
}

/** Longer URLs are truncated. */
const LONGEST_URL = 2000;

/**
 * Applies the policies of its organizations to a leaked key. That, and the mails that are due, are
 * durable before the promise resolves. Only a text with the checksum of a key of this environment
 * is looked up.
 *
 * @returns whether the text is a key that was issued here, whatever its status
 */
export async function handleLeak(report: LeakReport, reporting: Reporting): Promise<boolean> {
  const { services } = reporting;
  const secret = report.secret.trim();
  if (parseApiKey(secret)?.environment !== services.environment) return false;
  const found = await services.store.findCredentials(await services.hash(secret));
  if (!found) return false;
  const { id, accountId } = found.apiKey;
  const leak = { reportedBy: report.reportedBy, url: shownUrl(report.url) };
  await services.store.write({ accountId, changesKeys: true }, (store) =>
    respond(store, { apiKeyId: id, leak }, reporting),
  );
  return true;
}

/** The URL without keys, because it may contain the leaked key itself. */
function shownUrl(url: string | null): string | null {
  return url ? redact(url).slice(0, LONGEST_URL) : null;
}

interface Leaked {
  readonly apiKeyId: string;
  readonly leak: ApiKeyLeak;
}

async function respond(
  store: StoreWriter,
  { apiKeyId, leak }: Leaked,
  { services, now, requestId }: Reporting,
): Promise<void> {
  const found = await store.findCredentialsById(apiKeyId);
  if (!found || found.apiKey.revokedAt !== null) return;
  const { memberships } = toPrincipal(found, services, []);
  const organizationIds = memberships.map(({ organizationId }) => organizationId);
  const policy = strictestPolicy(await store.listOrganizations(organizationIds, now));
  const { apiKey } = found;
  const action = ACTIONS[policy];
  const changes = action.changesOf(apiKey, now);
  if (!changes && !(await isNews(store, { apiKeyId, leak, now }))) return;
  const source = { now, random: services.random };
  const event = { apiKeyId, requestId, leak };
  await recordServiceEvent(store, source, { ...event, type: "leaked" });
  await insertApiKeyEvents(store, { apiKey, memberships, type: "api_key.leaked" }, source);
  if (changes && action.type) {
    await store.updateApiKey(apiKeyId, changes);
    const shown = shownChanges(found, changes, now);
    await recordServiceEvent(store, source, { ...event, type: action.type, changes: shown });
  }
  if (action.type === "revoked") {
    await insertApiKeyEvents(store, { apiKey, memberships, type: "api_key.revoked" }, source);
  }
  const { name, prefix, last4 } = apiKey;
  const shown = { id: apiKeyId, name, prefix, last4 };
  const created = keysCreatedWith(apiKey, await store.listDescendants(apiKey));
  const createdKeys = created.filter((each) => isLive(each, now)).length;
  const notice = { kind: "api-key-leaked", apiKey: shown, leak, policy, createdKeys } as const;
  await insertMails(store, notice, { account: found.account, organizationIds, ...source });
}

/**
 * Returns the keys that somebody who has only this key can have created: with it, with those, and so on. A successor
 * that someone else made is not one of them, although it is a descendant.
 */
function keysCreatedWith(
  { id }: ApiKeyRecord,
  descendants: readonly ApiKeyRecord[],
): readonly ApiKeyRecord[] {
  const created: ApiKeyRecord[] = [];
  const creators = [id];
  for (const creator of creators) {
    const children = descendants.filter(({ createdByApiKeyId }) => createdByApiKeyId === creator);
    created.push(...children);
    // The loop reaches these too.
    creators.push(...children.map((child) => child.id));
  }
  return created;
}

interface LeakAction {
  readonly type?: "revoked" | "disabled";
  /** Undefined if nothing is left to do. */
  readonly changesOf: (apiKey: ApiKeyRecord, now: Moment) => ApiKeyChanges | undefined;
}

/** What each policy does to a key that is not revoked. */
const ACTIONS: { readonly [Policy in LeakNotice["policy"]]: LeakAction } = {
  revoke: { type: "revoked", changesOf: (_, now) => ({ revokedAt: now }) },
  disable: {
    type: "disabled",
    changesOf: ({ enabled }) => (enabled ? { enabled: false } : undefined),
  },
  notify: { changesOf: () => undefined },
};

function shownChanges({ apiKey, account }: Credentials, changes: ApiKeyChanges, now: Moment) {
  const before = presentApiKey(apiKey, account.rateLimit, now);
  const after = presentApiKey({ ...apiKey, ...changes }, account.rateLimit, now);
  return differences(before, after, ["enabled", "revokedAt"]);
}
