import { table } from "./generated/operations.ts";
import type { OperationTable } from "./operation.ts";

export {
  type PublicOperationId,
  roleScopes,
  statuses,
  type WriteOperationId,
} from "./generated/operations.ts";
export type { Operation, OperationId, OperationParameter, OperationTable } from "./operation.ts";

/**
 * Every operation of the contract by its id.
 *
 * @example
 * operations.createDataset.scopes; // ["datasets:write"]
 */
export const operations: OperationTable = table;
