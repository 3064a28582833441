import type { ApiKey, UpdateApiKeyRequest } from "@sinkove/contract";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { forgetApiKeys } from "./queries.ts";

/** Changes a key, and makes the pages that show it ask again. */
export function useChangeKey(): (
  apiKey: Pick<ApiKey, "id">,
  body: UpdateApiKeyRequest,
) => Promise<void> {
  const client = useQueryClient();
  return async ({ id }, body) => {
    await api.PATCH("/api-keys/{apiKeyId}", { params: { path: { apiKeyId: id } }, body });
    await forgetApiKeys(client);
  };
}
