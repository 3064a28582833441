import { operations } from "@sinkove/contract";
import { statusOf } from "../api-keys/status.ts";
import { toPrincipal } from "../authentication.ts";
import { ApiError } from "../problem.ts";
import type { Services } from "../services.ts";
import type { DatasetRecord, Moment } from "../store/records.ts";

const { scopes } = operations.getDatasetDownload;

/**
 * A URL gives no more access than the key that made it gives now.
 *
 * @throws ApiError DOWNLOAD_REVOKED, which does not say why: who holds a URL need not hold the key
 */
export async function requireKeyAccess(
  apiKeyId: string,
  { organizationId }: DatasetRecord,
  { services, now }: { readonly services: Services; readonly now: Moment },
): Promise<void> {
  const credentials = await services.store.findCredentialsById(apiKeyId);
  if (credentials) {
    const { apiKey, organizationIds } = toPrincipal(credentials, services);
    const isActive = statusOf(apiKey, now) === "active";
    const hasScopes = scopes.every((scope) => apiKey.scopes.includes(scope));
    if (isActive && hasScopes && organizationIds.includes(organizationId)) return;
  }
  const detail =
    "The API key that made this download URL no longer gives access to the file: it was revoked or disabled, has expired, or lost the scope or the organization. Ask for a new URL with a key that has access.";
  throw new ApiError("DOWNLOAD_REVOKED", detail);
}
