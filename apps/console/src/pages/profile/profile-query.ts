import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { auth, type PersonSession, type Profile } from "../../api/auth.ts";
import { query } from "../../api/client.ts";

/** Loads the person's profile from the sign-in endpoints. */
export function useProfile(): UseQueryResult<Profile> {
  return useQuery({ queryKey: ["profile"], queryFn: auth.profile });
}

/** Loads the person's sessions. */
export function useSessions(): UseQueryResult<readonly PersonSession[]> {
  return useQuery({ queryKey: ["sessions"], queryFn: auth.sessions });
}

/** Returns a function that reloads the profile, the sessions and the account. */
export function useRefreshProfile(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ["profile"] }),
      client.invalidateQueries({ queryKey: ["sessions"] }),
      client.invalidateQueries(query.queryOptions("get", "/me")),
    ]);
  };
}
