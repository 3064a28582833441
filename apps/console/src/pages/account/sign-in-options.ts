import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { auth, type SignInOptions } from "../../api/auth.ts";

/** Loads the ways to sign in or up that this server offers. */
export function useSignInOptions(): UseQueryResult<SignInOptions> {
  return useQuery({ queryKey: ["sign-in-options"], queryFn: auth.options });
}
