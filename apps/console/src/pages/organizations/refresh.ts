import { useQueryClient } from "@tanstack/react-query";
import { query } from "../../api/client.ts";

/** Returns a function that reloads the person's organizations: names, roles, credits and settings. */
export function useRefreshOrganization(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries(query.queryOptions("get", "/me")),
      client.invalidateQueries({ queryKey: ["get", "/organizations/{organizationId}"] }),
    ]);
  };
}
