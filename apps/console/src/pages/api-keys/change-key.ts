import type { ApiKey, UpdateApiKeyRequest } from "@sinkove/contract";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { forgetApiKeys } from "./queries.ts";

/** Returns a function that changes a key and refreshes the pages that show it. */
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
