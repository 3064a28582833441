import { roleScopes as scopesByRole, table } from "./generated/operations.ts";
import type { OperationTable } from "./operation.ts";
import type { MemberRole, Scope } from "./types.ts";

export { type PublicOperationId, statuses, type WriteOperationId } from "./generated/operations.ts";
export type { Operation, OperationId, OperationParameter, OperationTable } from "./operation.ts";

/**
 * The operations of the contract, by id.
 *
 * @example
 * operations.createDataset.scopes; // ["datasets:write"]
 * operations.deleteMe.schemes; // ["session"]: an API key is refused
 */
export const operations: OperationTable = table;

/**
 * The scopes of each role in an organization (`x-scopes` of MemberRole). An API key has only those of its scopes that
 * the role of its account also has.
 *
 * @example
 * roleScopes.member.includes("members:write"); // false
 */
export const roleScopes: { readonly [Role in MemberRole]: readonly Scope[] } = scopesByRole;
