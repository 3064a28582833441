import { type OperationId, operations } from "@sinkove/contract";
import { describe } from "./describe.ts";
import { MockError } from "./mock-error.ts";

/** @throws {MockError} if the contract has no such operation */
export function operationIdOf(value: unknown): OperationId {
  const known = Object.values(operations).find(({ id }) => id === value);
  if (known) return known.id;
  throw new MockError(
    `${describe(value)} is not an operationId of the contract, such as createDataset.`,
  );
}
