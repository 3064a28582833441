import { recordServiceEvent } from "../audit/events.ts";
import { insertMails } from "../mails/outbox.ts";
import type { Services } from "../services.ts";
import type { ApiKeyRecord, Moment } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";
import { insertApiKeyEvents } from "../webhooks/events.ts";
import { dueNotice, passedNotice } from "./due-notice.ts";

/** How many keys are read at a time. */
const PAGE = 100;

/**
 * Creates the due notices. Each is an event in the key's log, an event for webhooks, and a mail to the person whose key
 * it is. Each is created once, however often and on however many servers this runs, because a row in the database
 * records it.
 *
 * @throws StoreUnavailableError if the database cannot answer; the remaining notices are created the next time
 */
export async function notifyExpiring(services: Services): Promise<void> {
  const now = services.clock();
  for (;;) {
    const due = await services.store.listExpiringApiKeys(now, PAGE);
    let given = 0;
    for (const apiKey of due) {
      if (await give(services, apiKey, now)) given += 1;
    }
    // If none was left to create, another server is creating them.
    if (due.length < PAGE || given === 0) return;
  }
}

/** Creates a notice in one transaction. @returns false if it already existed */
function give(
  { store, random }: Services,
  { id: apiKeyId, accountId }: ApiKeyRecord,
  now: Moment,
): Promise<boolean> {
  return store.write({ accountId, changesKeys: true }, async (writer) => {
    const found = await writer.findCredentialsById(apiKeyId);
    const expiresAt = found?.apiKey.expiresAt ?? null;
    const daysBefore = found && dueNotice(found.apiKey, now);
    if (!found || expiresAt === null || daysBefore === undefined) return false;
    const isMine = await writer.takeExpiryNotice({ apiKeyId, expiresAt, daysBefore });
    if (!isMine) return false;
    const expiry = { expiresAt, daysBefore };
    const source = { now, random };
    const event = { apiKeyId, type: "expiring", requestId: null, expiry } as const;
    await recordServiceEvent(writer, source, event);
    const { apiKey, memberships } = found;
    await insertApiKeyEvents(writer, { apiKey, memberships, type: "api_key.expiring" }, source);
    const { name, prefix, last4 } = apiKey;
    const shown = { id: apiKeyId, name, prefix, last4 };
    const notice = { kind: "api-key-expiring", apiKey: shown, expiresAt } as const;
    await insertMails(writer, notice, { account: found.account, organizationIds: [], ...source });
    return true;
  });
}

/**
 * Skips the notices of a new expiry whose times have already passed, because the person who has just set the expiry
 * knows it.
 *
 * @param apiKey - as it is after the change
 */
export async function skipPassedNotices(
  store: StoreWriter,
  { id: apiKeyId, expiresAt }: ApiKeyRecord,
  now: Moment,
): Promise<void> {
  const daysBefore = expiresAt === null ? undefined : passedNotice(expiresAt, now);
  if (expiresAt === null || daysBefore === undefined) return;
  await store.takeExpiryNotice({ apiKeyId, expiresAt, daysBefore });
}
