import { roleScopes as scopesByRole, table } from "./generated/operations.ts";
import type { OperationTable } from "./operation.ts";
import type { MemberRole, Scope } from "./types.ts";

export { type PublicOperationId, statuses, type WriteOperationId } from "./generated/operations.ts";
export type { Operation, OperationId, OperationParameter, OperationTable } from "./operation.ts";

/**
 * Every operation of the contract by its id.
 *
 * @example
 * operations.createDataset.scopes; // ["datasets:write"]
 * operations.deleteMe.schemes; // ["session"]: an API key is refused
 */
export const operations: OperationTable = table;

/**
 * The scopes that each role gives in an organization: `x-scopes` of MemberRole. An API key has those of its own
 * scopes that the role of its account gives.
 *
 * @example
 * roleScopes.member.includes("members:write"); // false
 */
export const roleScopes: { readonly [Role in MemberRole]: readonly Scope[] } = scopesByRole;
