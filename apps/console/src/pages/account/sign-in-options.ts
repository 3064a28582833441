import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { auth, type SignInOptions } from "../../api/auth.ts";

/** What this server offers to people who are not signed in. */
export function useSignInOptions(): UseQueryResult<SignInOptions> {
  return useQuery({ queryKey: ["sign-in-options"], queryFn: auth.options });
}
