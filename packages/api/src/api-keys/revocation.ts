import { permissionDenied } from "../access/authorization.ts";
import { differences, recordEvent } from "../audit/events.ts";
import type { Answer, AnyContext, Context } from "../operation.ts";
import type { ApiKeyRecord } from "../store/records.ts";
import type { StoreWriter } from "../store/store.ts";
import { tellOfApiKey } from "../webhooks/events.ts";
import { presentFor } from "./presentation.ts";
import { findReached, reaches, refuseRevoked, requireKeyChanger } from "./reach.ts";

type RevokeContext = Context<"revokeApiKey">;

/** Revokes a key and, if requested, its descendants: all of them or none. */
export async function revokeApiKey(context: RevokeContext): Promise<Answer<"revokeApiKey">> {
  requireKeyChanger(context.principal);
  const apiKey = await findReached(context);
  const withDescendants = context.body?.descendants ?? false;
  if (!withDescendants) refuseRevoked(apiKey);
  const descendants = withDescendants ? await livingDescendants(context, apiKey) : [];
  const revoked = apiKey.revokedAt === null ? await revoke(context, apiKey) : apiKey;
  const revokedDescendants: ApiKeyRecord[] = [];
  for (const each of descendants) revokedDescendants.push(await revoke(context, each));
  const body = {
    ...presentFor(context, revoked),
    revokedDescendants: revokedDescendants.map((each) => presentFor(context, each)),
  };
  return { status: 200, body };
}

/** @throws ApiError PERMISSION_DENIED if one of them is out of reach */
async function livingDescendants(
  { store, principal }: RevokeContext,
  apiKey: ApiKeyRecord,
): Promise<readonly ApiKeyRecord[]> {
  const all = await store.listDescendants(apiKey);
  const living = all.filter(({ revokedAt }) => revokedAt === null);
  if (living.every((each) => reaches(principal, each))) return living;
  const detail =
    "A descendant of the API key was given organizations that the presented API key does not reach, so nothing was revoked. Revoke the key without descendants, or use a key that reaches them all.";
  throw permissionDenied(detail);
}

/** Revokes one key and records that. */
export async function revoke(
  context: AnyContext & { readonly store: StoreWriter },
  before: ApiKeyRecord,
): Promise<ApiKeyRecord> {
  const { store, now } = context;
  const after = { ...before, revokedAt: now };
  await store.updateApiKey(before.id, { revokedAt: now });
  const [from, to] = [presentFor(context, before), presentFor(context, after)];
  const changes = differences(from, to, ["revokedAt"]);
  await recordEvent(context, { apiKeyId: before.id, type: "revoked", changes });
  await tellOfApiKey(context, before, "api_key.revoked");
  return after;
}
