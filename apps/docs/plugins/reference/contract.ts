import { type Contract, readContract } from "@sinkove/openapi/contract";

/** The contract from which the reference is generated. */
export const contract: Contract = readContract();

/** Returns the meaning of each value of an enum. */
export function meaningsOf(
  schema: "ErrorCode" | "MemberRole" | "Scope",
): Readonly<Record<string, string>> {
  return contract.schemas[schema]?.["x-enumDescriptions"] ?? {};
}
