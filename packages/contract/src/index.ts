export type {
  Operation,
  OperationId,
  OperationParameter,
  OperationTable,
  ParameterValue,
} from "./operation.ts";
export {
  operations,
  type PublicOperationId,
  roleScopes,
  statuses,
  type WriteOperationId,
} from "./operations.ts";
export type * from "./types.ts";
