import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type ReturnTo, returnAddress } from "./return-to.ts";

/** Continues after signing in. Clears the cache, which can contain the data of another person. */
export function useGoOn(): (to?: ReturnTo) => void {
  const client = useQueryClient();
  const router = useRouter();
  return (to = {}) => {
    client.clear();
    router.history.push(returnAddress(to));
  };
}
