import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { auth, type PersonSession, type Profile } from "../../api/auth.ts";
import { query } from "../../api/client.ts";

/** The person's profile, as the sign-in endpoints know it. */
export function useProfile(): UseQueryResult<Profile> {
  return useQuery({ queryKey: ["profile"], queryFn: auth.profile });
}

/** The browsers that the person is signed in with. */
export function useSessions(): UseQueryResult<readonly PersonSession[]> {
  return useQuery({ queryKey: ["sessions"], queryFn: auth.sessions });
}

/** Asks again for the profile, the sessions and the account. */
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
