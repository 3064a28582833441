import { ApiError } from "../http/problem.ts";
import type { MemberRecord } from "../store/store.ts";

/**
 * Call this before a change that removes an owner, with the organization locked.
 *
 * @throws ApiError LAST_OWNER if the account is the only owner among the members
 */
export function requireAnotherOwner(members: readonly MemberRecord[], accountId: string): void {
  const owners = members.filter(({ role }) => role === "owner");
  if (owners.some((each) => each.accountId !== accountId)) return;
  if (!owners.some((each) => each.accountId === accountId)) return;
  const detail =
    "An organization needs at least one owner, and this is its last. Make another member an owner first.";
  throw new ApiError("LAST_OWNER", detail);
}
