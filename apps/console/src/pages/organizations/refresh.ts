import { useQueryClient } from "@tanstack/react-query";
import { query } from "../../api/client.ts";

/** Asks again for what the console knows about the person's organizations: names, roles, credits. */
export function useRefreshOrganization(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries(query.queryOptions("get", "/me")),
      client.invalidateQueries({ queryKey: ["get", "/organizations/{organizationId}"] }),
    ]);
  };
}
