import { differences, presentEvent, recordEvent } from "../audit/events.ts";
import { requireOrganization } from "../authorization.ts";
import { LAST_MOMENT, toMoment } from "../moment.ts";
import type { Answer, Context, Handlers, WriteOperationId } from "../operation.ts";
import { readPage } from "../pagination.ts";
import { ApiError, validationError } from "../problem.ts";
import type { ApiKeyChanges, ApiKeyRecord } from "../store/records.ts";
import type { StoreReader } from "../store/store.ts";
import { requireChangeable, requireGrantable, requireRotatable } from "./grants.ts";
import { type Issue, issue, type KeyOrder } from "./issue.ts";
import { presentApiKey } from "./presentation.ts";

type KeyContext = Context<Extract<WriteOperationId, `${string}ApiKey`>>;

/** A grace period that the client did not choose. */
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
    const list = store.listApiKeys.bind(store, principal.account.id);
    const { records, headers } = await readPage(context, parameters, list);
    return { status: 200, body: records.map((apiKey) => present(context, apiKey)), headers };
  },

  async getApiKey(context) {
    return { status: 200, body: present(context, await find(context)) };
  },

  async createApiKey(context) {
    const { body, principal, now } = context;
    const own = principal.apiKey;
    const expiresAt = body.expiresAt ? toMoment(body.expiresAt, "/expiresAt") : own.expiresAt;
    if (body.expiresAt && expiresAt !== null && expiresAt <= now) throw pastExpiry();
    const organizationIds = readOrganizations(context, body.organizationIds) ?? own.organizationIds;
    const scopes = body.scopes ?? own.scopes;
    const grant = { scopes, organizationIds, expiresAt };
    requireGrantable(own, grant);
    const { name } = body;
    const order = { ...grant, name, accountId: own.accountId, rotatedFromId: null };
    return issuedAnswer(context, await issueFor(context, order));
  },

  async updateApiKey(context) {
    const { store, principal, now } = context;
    const before = await find(context);
    refuseRevoked(before);
    const changes = readChanges(context);
    const after: ApiKeyRecord = { ...before, ...changes };
    requireChangeable(principal.apiKey, { before, after }, now);
    await store.updateApiKey(before.id, changes);
    await recordUpdate(context, before, after);
    return { status: 200, body: present(context, after) };
  },

  async rotateApiKey(context) {
    const { store, principal, now, body } = context;
    const old = await find(context);
    refuseRevoked(old);
    if (old.rotatedToId !== null) throw alreadyRotated();
    const { scopes, organizationIds, accountId, name } = old;
    const expiresAt =
      old.expiresAt === null ? null : Math.min(now + (old.expiresAt - old.createdAt), LAST_MOMENT);
    const order = { scopes, organizationIds, expiresAt, accountId, name, rotatedFromId: old.id };
    requireRotatable(principal.apiKey, old, order);
    const { apiKey, secret } = await issueFor(context, order);
    const graceEnd = now + 1000 * (body?.gracePeriodSeconds ?? GRACE_SECONDS);
    const changes = {
      rotatedAt: now,
      rotatedToId: apiKey.id,
      expiresAt: Math.min(old.expiresAt ?? graceEnd, graceEnd),
    };
    await store.updateApiKey(old.id, changes);
    const shown = differences(present(context, old), present(context, { ...old, ...changes }), [
      "rotatedToId",
      "expiresAt",
    ]);
    await recordEvent(context, { apiKeyId: old.id, type: "rotated", changes: shown });
    return issuedAnswer(context, { apiKey, secret });
  },

  async revokeApiKey(context) {
    const { store, now } = context;
    const before = await find(context);
    refuseRevoked(before);
    const after = { ...before, revokedAt: now };
    await store.updateApiKey(before.id, { revokedAt: now });
    const changes = differences(present(context, before), present(context, after), ["revokedAt"]);
    await recordEvent(context, { apiKeyId: before.id, type: "revoked", changes });
    return { status: 200, body: present(context, after) };
  },

  async listApiKeyEvents(context) {
    const { id } = await find(context);
    const list = context.store.listApiKeyEvents.bind(context.store, id);
    const { records, headers } = await readPage(context, context.parameters, list);
    return { status: 200, body: records.map(presentEvent), headers };
  },
};

/** Where a key is looked for. */
interface KeyLookup {
  readonly store: StoreReader;
  readonly principal: KeyContext["principal"];
  readonly parameters: { readonly apiKeyId: string };
}

/** @throws ApiError API_KEY_NOT_FOUND for a key that does not exist or belongs to others */
export async function find({ store, principal, parameters }: KeyLookup): Promise<ApiKeyRecord> {
  const apiKey = await store.findApiKey(principal.account.id, parameters.apiKeyId);
  if (apiKey) return apiKey;
  const detail = `The account has no API key with the id ${parameters.apiKeyId}. List them with GET /api-keys.`;
  throw new ApiError("API_KEY_NOT_FOUND", detail);
}

type Viewer = Pick<KeyContext, "principal" | "now">;

function present({ principal, now }: Viewer, apiKey: ApiKeyRecord) {
  return presentApiKey(apiKey, principal.account.rateLimit, now);
}

function refuseRevoked({ revokedAt }: ApiKeyRecord): void {
  if (revokedAt === null) return;
  const detail = "The API key was revoked, which is final. Create another key.";
  throw new ApiError("API_KEY_ALREADY_REVOKED", detail);
}

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
  { principal }: Pick<KeyContext, "principal">,
  ids: readonly string[] | null | undefined,
): readonly string[] | null {
  if (!ids) return null;
  const canonical = [...new Set(ids.map((id) => id.toLowerCase()))];
  for (const id of canonical) requireOrganization(principal, id, []);
  return canonical;
}

function readChanges(context: Context<"updateApiKey">): ApiKeyChanges {
  const { name, enabled, scopes, organizationIds, expiresAt } = context.body;
  return {
    ...(name === undefined ? {} : { name }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(organizationIds === undefined
      ? {}
      : { organizationIds: readOrganizations(context, organizationIds) }),
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
  const [from, to] = [present(context, before), present(context, after)];
  const members = ["name", "scopes", "organizationIds", "expiresAt"] as const;
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

async function issueFor(context: IssuingContext, order: KeyOrder): Promise<Issue> {
  const { services, store, now } = context;
  const { random, environment, hash } = services;
  const result = await issue(order, { now, random, environment, hash });
  await store.insertApiKey(result.apiKey);
  await recordEvent(context, { apiKeyId: result.apiKey.id, type: "created", changes: {} });
  return result;
}

function issuedAnswer(context: IssuingContext, { apiKey, secret }: Issue): Answer<"createApiKey"> {
  const headers = { Location: `${context.prefix}/api-keys/${apiKey.id}` };
  return { status: 201, body: { ...present(context, apiKey), secret }, headers };
}
