import type { ApiKey } from "@sinkove/contract";
import { api } from "../../api/client.ts";

/** Revokes a key and, if requested, its descendants. @returns how many descendants this revoked */
export async function revokeKey(
  { id: apiKeyId }: ApiKey,
  body: { readonly descendants: boolean },
): Promise<number> {
  const params = { path: { apiKeyId } };
  const { data } = await api.POST("/api-keys/{apiKeyId}/revoke", { params, body });
  return data?.revokedDescendants.length ?? 0;
}
