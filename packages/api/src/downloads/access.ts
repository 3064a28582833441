import { operations } from "@sinkove/contract";
import { type Principal, toPrincipal } from "../access/authentication.ts";
import { statusOf } from "../api-keys/status.ts";
import { ApiError } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { DatasetRecord, Moment } from "../store/records.ts";
import type { Signer } from "./token.ts";

const { scopes } = operations.getDatasetDownload;

/** The look-up of a signer at a moment. */
interface Lookup {
  readonly services: Services;
  readonly now: Moment;
}

/** The signer of a download URL. */
export function signerOf({ apiKey, account }: Principal): Signer {
  return apiKey ? { type: "api_key", id: apiKey.id } : { type: "person", id: account.id };
}

/**
 * A URL gives no more access than the key or the person who made it has now.
 *
 * @throws ApiError DOWNLOAD_REVOKED, which does not say why, because the holder of a URL may not be
 * the holder of the key
 */
export async function requireSignerAccess(
  signer: Signer,
  { organizationId }: DatasetRecord,
  lookup: Lookup,
): Promise<void> {
  const organizationIds =
    signer.type === "api_key"
      ? await reachedByKey(signer.id, lookup)
      : await reachedByPerson(signer.id, lookup);
  if (organizationIds.includes(organizationId)) return;
  const detail =
    "The API key or the person that made this download URL no longer has access to the file: the key was revoked or disabled, has expired, or lost the scope or the organization, the person left the organization, or the account was suspended. Ask for a new URL with a key that has access.";
  throw new ApiError("DOWNLOAD_REVOKED", detail);
}

async function reachedByKey(id: string, { services, now }: Lookup): Promise<readonly string[]> {
  const credentials = await services.store.findCredentialsById(id);
  if (!credentials || statusOf(credentials.apiKey, now) !== "active") return [];
  if (credentials.account.suspendedAt !== null) return [];
  const hasScopes = scopes.every((scope) => credentials.apiKey.scopes.includes(scope));
  return hasScopes ? toPrincipal(credentials, services, scopes).organizationIds : [];
}

async function reachedByPerson(id: string, { services }: Lookup): Promise<readonly string[]> {
  const found = await services.store.findAccountCredentials(id);
  if (!found || found.account.suspendedAt !== null) return [];
  return toPrincipal({ ...found, apiKey: null }, services, scopes).organizationIds;
}
