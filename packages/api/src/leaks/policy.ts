import type { LeakPolicy } from "@sinkove/contract";
import type { OrganizationRecord } from "../store/records.ts";

/** The strictest first. */
const BY_STRICTNESS: readonly LeakPolicy[] = ["revoke", "disable", "notify"];

/** What happens to a leaked key that reaches these organizations; one that reaches none is revoked. */
export function strictestPolicy(
  organizations: readonly Pick<OrganizationRecord, "leakPolicy">[],
): LeakPolicy {
  const wanted = organizations.map(({ leakPolicy }) => leakPolicy);
  return BY_STRICTNESS.find((policy) => wanted.includes(policy)) ?? "revoke";
}
