import { requireOrganization } from "../access/authorization.ts";
import { creatorIn } from "../audit/actor.ts";
import { differences, presentEvent, recordEvent } from "../audit/events.ts";
import { skipPassedNotices } from "../expiry/notify.ts";
import { readPage } from "../http/pagination.ts";
import { ApiError, validationError } from "../http/problem.ts";
import { LAST_MOMENT, toMoment } from "../moment.ts";
import type { Answer, Context, Handlers } from "../operation.ts";
import type { ApiKeyChanges, ApiKeyRecord } from "../store/records.ts";
import { tellOfApiKey } from "../webhooks/events.ts";
import { earlierEnd, grantOf, requireGrantable } from "./grants.ts";
import { type Issue, issue, type KeyOrder } from "./issue.ts";
import { requireRoomForKey } from "./key-count.ts";
import { changedLimit, limitOfNewKey, requireSameBucket, sharedLimit } from "./key-rate-limit.ts";
import { presentFor } from "./presentation.ts";
import { findReached, reachOf, refuseRevoked, requireKeyChanger } from "./reach.ts";
import { revokeApiKey } from "./revocation.ts";
import { isLive } from "./status.ts";

/** The default grace period. */
const GRACE_SECONDS = 24 * 60 * 60;

/** Handlers of the tag "API keys". */
export const apiKeyHandlers: Pick<
  Handlers,
  | "listApiKeys"
  | "getApiKey"
  | "createApiKey"
  | "updateApiKey"
  | "rotateApiKey"
  | "revokeApiKey"
  | "listApiKeyEvents"
> = {
  async listApiKeys(context) {
    const { store, principal, parameters } = context;
    const list = store.listApiKeys.bind(store, reachOf(principal));
    const { records, headers } = await readPage(context, parameters, list);
    return { status: 200, body: records.map((apiKey) => presentFor(context, apiKey)), headers };
  },

  async getApiKey(context) {
    return { status: 200, body: presentFor(context, await findReached(context)) };
  },

  async createApiKey(context) {
    const { body, principal, now } = context;
    requireKeyChanger(principal);
    const own = grantOf(principal);
    const expiresAt = body.expiresAt ? toMoment(body.expiresAt, "/expiresAt") : own.expiresAt;
    if (body.expiresAt && expiresAt !== null && expiresAt <= now) throw pastExpiry();
    const organizationIds = readOrganizations(context, body.organizationIds) ?? own.organizationIds;
    const grant = { scopes: body.scopes ?? own.scopes, organizationIds, expiresAt };
    requireGrantable(own, { after: { ...grant, enabled: true } });
    const rateLimit = limitOfNewKey(principal, body.rateLimit);
    await requireRoomForKey(context, principal.account.id);
    const order = { ...grant, rateLimit, name: body.name, rotatedFromId: null };
    return issuedAnswer(context, await issueFor(context, order));
  },

  async updateApiKey(context) {
    const { store, principal, now } = context;
    requireKeyChanger(principal);
    const before = await findReached(context);
    refuseRevoked(before);
    const changes = readChanges(context, before);
    const after: ApiKeyRecord = { ...before, ...changes };
    requireGrantable(grantOf(principal), { before, after });
    const isBack = !isLive(before, now) && isLive(after, now);
    if (isBack) await requireRoomForKey(context, before.accountId);
    await store.updateApiKey(before.id, changes);
    if (after.expiresAt !== before.expiresAt) await skipPassedNotices(store, after, now);
    await recordUpdate(context, before, after);
    return { status: 200, body: presentFor(context, after) };
  },

  async rotateApiKey(context) {
    const { store, principal, now, body } = context;
    requireKeyChanger(principal);
    const old = await findReached(context);
    refuseRevoked(old);
    if (old.rotatedToId !== null) throw alreadyRotated();
    requireGrantable(grantOf(principal), { after: { ...old, enabled: true } });
    requireSameBucket(principal, old);
    const { scopes, organizationIds, accountId, name } = old;
    const life =
      old.expiresAt === null ? null : Math.min(now + (old.expiresAt - old.createdAt), LAST_MOMENT);
    // A key that rotates itself cannot extend its own lifetime.
    const expiresAt = earlierEnd(life, grantOf(principal).expiresAt);
    const grant = { scopes, organizationIds, expiresAt };
    const order = { ...grant, rateLimit: sharedLimit(old), name, rotatedFromId: old.id };
    const graceEnd = now + 1000 * (body?.gracePeriodSeconds ?? GRACE_SECONDS);
    const makesRoom = isLive(old, now) && graceEnd <= now;
    if (!makesRoom) await requireRoomForKey(context, accountId);
    const { apiKey, secret } = await issueFor(context, order);
    const changes = {
      rotatedAt: now,
      rotatedToId: apiKey.id,
      expiresAt: earlierEnd(old.expiresAt, graceEnd),
    };
    await store.updateApiKey(old.id, changes);
    await skipPassedNotices(store, { ...old, ...changes }, now);
    const [from, to] = [presentFor(context, old), presentFor(context, { ...old, ...changes })];
    const shown = differences(from, to, ["rotatedToId", "expiresAt"]);
    await recordEvent(context, { apiKeyId: old.id, type: "rotated", changes: shown });
    await tellOfApiKey(context, old, "api_key.rotated");
    return issuedAnswer(context, { apiKey, secret });
  },

  revokeApiKey,

  async listApiKeyEvents(context) {
    const { id } = await findReached(context);
    const list = context.store.listApiKeyEvents.bind(context.store, id);
    const { records, headers } = await readPage(context, context.parameters, list);
    const { within } = reachOf(context.principal);
    return { status: 200, body: records.map((event) => presentEvent(event, within)), headers };
  },
};

function alreadyRotated(): ApiError {
  const detail = "The API key has a successor already. Rotate that one instead.";
  return new ApiError("API_KEY_ALREADY_ROTATED", detail);
}

function pastExpiry(): ApiError {
  const detail = "must lie in the future";
  return validationError([{ pointer: "/expiresAt", detail, keyword: "minimum" }]);
}

/** Organizations to limit a key to: those of the account that the presented key reaches. */
function readOrganizations(
  { principal }: Pick<IssuingContext, "principal">,
  ids: readonly string[] | null | undefined,
): readonly string[] | null {
  if (!ids) return null;
  const canonical = [...new Set(ids.map((id) => id.toLowerCase()))];
  for (const id of canonical) requireOrganization(principal, id, []);
  return canonical;
}

function readChanges(context: Context<"updateApiKey">, before: ApiKeyRecord): ApiKeyChanges {
  const { name, enabled, scopes, organizationIds, expiresAt, rateLimit } = context.body;
  return {
    ...(name === undefined ? {} : { name }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(organizationIds === undefined
      ? {}
      : { organizationIds: readOrganizations(context, organizationIds) }),
    ...(rateLimit === undefined
      ? {}
      : { rateLimit: changedLimit(context.principal, before, rateLimit) }),
    ...(expiresAt === undefined
      ? {}
      : { expiresAt: expiresAt === null ? null : toMoment(expiresAt, "/expiresAt") }),
  };
}

async function recordUpdate(
  context: Context<"updateApiKey">,
  before: ApiKeyRecord,
  after: ApiKeyRecord,
): Promise<void> {
  const [from, to] = [presentFor(context, before), presentFor(context, after)];
  const members = ["name", "scopes", "organizationIds", "expiresAt", "rateLimit"] as const;
  const apiKeyId = before.id;
  const changes = differences(from, to, members);
  if (Object.keys(changes).length > 0) {
    await recordEvent(context, { apiKeyId, type: "updated", changes });
  }
  if (from.enabled === to.enabled) return;
  const type = to.enabled ? "enabled" : "disabled";
  await recordEvent(context, { apiKeyId, type, changes: differences(from, to, ["enabled"]) });
}

type IssuingContext = Context<"createApiKey"> | Context<"rotateApiKey">;

/** A new key whose creator is the presented key or the person. */
type OwnOrder = Omit<KeyOrder, "accountId" | "createdByApiKeyId" | "createdByAccountId">;

async function issueFor(context: IssuingContext, ordered: OwnOrder): Promise<Issue> {
  const { services, store, now, principal } = context;
  const { random, environment, hash } = services;
  const order = { ...ordered, ...creatorIn(principal), accountId: principal.account.id };
  const result = await issue(order, { now, random, environment, hash });
  await store.insertApiKey(result.apiKey);
  await recordEvent(context, { apiKeyId: result.apiKey.id, type: "created", changes: {} });
  return result;
}

function issuedAnswer(context: IssuingContext, { apiKey, secret }: Issue): Answer<"createApiKey"> {
  const headers = { Location: `${context.prefix}/api-keys/${apiKey.id}` };
  return { status: 201, body: { ...presentFor(context, apiKey), secret }, headers };
}
