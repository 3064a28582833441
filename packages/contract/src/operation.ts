import type { operations } from "./generated/schema.ts";
import type { ErrorCode, Scope } from "./types.ts";

/** The name of an operation, such as `createDataset`. */
export type OperationId = keyof operations;

/** The value of a parameter. */
export type ParameterValue = string | number | boolean | readonly (string | number | boolean)[];

/** A parameter of an operation: a path segment, a query parameter or a header. */
export interface OperationParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  /** The type of the value that the parameter's text represents, or of each value of a list. */
  readonly type: "string" | "integer" | "number" | "boolean";
  /** Whether a query may repeat the parameter: its value is an array. */
  readonly isList?: true;
  readonly default?: ParameterValue;
}

/** The contract's description of an operation, as data. */
export interface Operation<Id extends OperationId = OperationId> {
  readonly id: Id;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** The path template without the prefix `/v1`, such as `/datasets/{datasetId}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** The scopes that the caller needs. All of them are required. */
  readonly scopes: readonly Scope[];
  /** Who may call the operation: programs with an API key, people with a session, or both. Empty if it is public. */
  readonly schemes: readonly ("apiKey" | "session")[];
  /** Whether the operation needs neither an API key nor a session. */
  readonly isPublic: boolean;
  readonly parameters: readonly OperationParameter[];
  /** The operation of which this one is a variant that is limited to one organization. */
  readonly scopedFormOf?: OperationId;
  /** Null if the operation has no request body. `maxBytes` is the maximum size of the body. */
  readonly body: { readonly required: boolean; readonly maxBytes: number } | null;
  /** The media type of a successful response. Null if it has no body. */
  readonly mediaType: string | null;
  /** The name of the contract's response component, by status. */
  readonly responses: { readonly [status: string]: string };
  /** The error codes, by status. */
  readonly errors: { readonly [status: string]: readonly ErrorCode[] };
}

/** The operations by their id. */
export type OperationTable = { readonly [Id in OperationId]: Operation<Id> };
