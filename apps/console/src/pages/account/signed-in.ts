import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type ReturnTo, returnAddress } from "./return-to.ts";

/** Goes on after signing in. Forgets what another person may have left in the cache. */
export function useGoOn(): (to?: ReturnTo) => void {
  const client = useQueryClient();
  const router = useRouter();
  return (to = {}) => {
    client.clear();
    router.history.push(returnAddress(to));
  };
}
