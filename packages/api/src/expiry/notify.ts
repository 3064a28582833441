import { redact } from "@sinkove/api-key";
import { recordServiceEvent } from "../audit/events.ts";
import { textOf } from "../error-text.ts";
import type { ExpiryMail } from "../people/people.ts";
import { ownersOf } from "../people/recipients.ts";
import type { Services } from "../services.ts";
import type { ApiKeyRecord, Moment } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";
import { insertApiKeyEvents } from "../webhooks/events.ts";
import { dueNotice, passedNotice } from "./due-notice.ts";

/** So many keys are read at once. */
const PAGE = 100;

/**
 * Gives the notices that are due: for each an event in the key's log, one for webhooks, and a mail to the person whose key it is. Each
 * is given once, however often and on however many servers this runs; a row in the database says which were given.
 *
 * @throws StoreUnavailableError if the database cannot answer; what was not given is given the next time
 */
export async function notifyExpiring(services: Services): Promise<void> {
  const now = services.clock();
  for (;;) {
    const due = await services.store.listExpiringApiKeys(now, PAGE);
    let given = 0;
    for (const apiKey of due) {
      const mail = await give(services, apiKey, now);
      if (!mail) continue;
      given += 1;
      await sendMail(services, mail);
    }
    // Another server gives those that this one has not.
    if (due.length < PAGE || given === 0) return;
  }
}

/** Takes a notice and records it, in one transaction. @returns undefined if there is none to give any more */
function give(
  { store, random }: Services,
  { id: apiKeyId, accountId }: ApiKeyRecord,
  now: Moment,
): Promise<ExpiryMail | undefined> {
  return store.write({ accountId, changesKeys: true }, async (writer) => {
    const found = await writer.findCredentialsById(apiKeyId);
    const expiresAt = found?.apiKey.expiresAt ?? null;
    const daysBefore = found && dueNotice(found.apiKey, now);
    if (!found || expiresAt === null || daysBefore === undefined) return undefined;
    const isMine = await writer.takeExpiryNotice({ apiKeyId, expiresAt, daysBefore });
    if (!isMine) return undefined;
    const expiry = { expiresAt, daysBefore };
    const source = { now, random };
    const event = { apiKeyId, type: "expiring", requestId: null, expiry } as const;
    await recordServiceEvent(writer, source, event);
    const { apiKey, memberships } = found;
    await insertApiKeyEvents(writer, { apiKey, memberships, type: "api_key.expiring" }, source);
    const { name, prefix, last4 } = apiKey;
    const recipients = await ownersOf(writer, found.account, []);
    return { recipients, apiKey: { id: apiKeyId, name, prefix, last4 }, expiresAt };
  });
}

/**
 * Leaves out the notices of a new expiry whose moments have already come: whoever has just set it knows.
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

async function sendMail({ people, log }: Services, mail: ExpiryMail): Promise<void> {
  try {
    await people?.sendExpiryNotice(mail);
  } catch (error) {
    const text = redact(textOf(error));
    log({ level: "error", message: "an expiry notice was not sent", error: text });
  }
}
