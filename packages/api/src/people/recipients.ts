import type { AccountRecord } from "../store/records.ts";
import type { StoreReader } from "../store/store.ts";
import { addressKey } from "./address.ts";

/** The addresses of the person whose key it is and of the owners of the organizations, each once. */
export async function ownersOf(
  store: StoreReader,
  { email }: Pick<AccountRecord, "email">,
  organizationIds: readonly string[],
): Promise<readonly string[]> {
  const addresses = new Map<string, string>();
  const add = (address: string | null): void => {
    if (address !== null && !addresses.has(addressKey(address)))
      addresses.set(addressKey(address), address);
  };
  add(email);
  for (const id of organizationIds) {
    for (const member of await store.listMembers(id)) {
      if (member.role === "owner") add(member.email);
    }
  }
  return [...addresses.values()];
}
