import type { ErrorCode as AnyErrorCode, operations } from "./generated/schema.ts";

// Exports every schema of the contract by name, and the types that openapi-fetch needs.
export type * from "./generated/schema.ts";
export type { operations as OperationTypes } from "./generated/schema.ts";

type Responses<Id extends keyof operations> = operations[Id]["responses"];
type ContentOf<R> = R extends { content: infer C } ? C[keyof C] : never;
type ProblemOf<R> = R extends { content: { "application/problem+json": infer P } } ? P : never;

/**
 * All error codes, or those of an operation's responses.
 *
 * @example
 * type Code = ErrorCode<"getDataset">; // "DATASET_NOT_FOUND" | "VALIDATION_ERROR" | …
 */
export type ErrorCode<Id extends keyof operations | undefined = undefined> =
  Id extends keyof operations
    ? CodeOf<ProblemOf<Responses<Id>[keyof Responses<Id>]>>
    : AnyErrorCode;

type CodeOf<P> = P extends { code?: infer Code extends AnyErrorCode } ? Code : never;

/** The body of an operation's response with a status. */
export type ResponseBody<
  Id extends keyof operations,
  Status extends keyof Responses<Id>,
> = ContentOf<Responses<Id>[Status]>;

/** The request body of an operation. `never` if it has none. */
export type RequestBody<Id extends keyof operations> = operations[Id] extends {
  requestBody?: { content: { "application/json": infer B } };
}
  ? B
  : never;
