import { type Contract, readContract } from "@sinkove/openapi/contract";

/** What the reference is made from. */
export const contract: Contract = readContract();

/** What each value of an enum means. */
export function meaningsOf(
  schema: "ErrorCode" | "MemberRole" | "Scope",
): Readonly<Record<string, string>> {
  return contract.schemas[schema]?.["x-enumDescriptions"] ?? {};
}
