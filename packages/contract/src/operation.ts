import type { operations } from "./generated/schema.ts";
import type { ErrorCode, Scope } from "./types.ts";

/** The name of an operation, such as `createDataset`. */
export type OperationId = keyof operations;

/** One parameter of an operation: a path segment, a member of the query, or a header. */
export interface OperationParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  /** What its text stands for. */
  readonly type: "string" | "integer";
  readonly default?: string | number;
}

/** What the contract says of an operation, as data. */
export interface Operation<Id extends OperationId = OperationId> {
  readonly id: Id;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** The path template without the prefix `/v1`, such as `/datasets/{datasetId}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** The scopes that the caller needs, all of them. */
  readonly scopes: readonly Scope[];
  /** Who may call it: programs with an API key, people with a session, or both. Empty if it is public. */
  readonly schemes: readonly ("apiKey" | "session")[];
  /** Whether it needs neither an API key nor a session. */
  readonly isPublic: boolean;
  readonly parameters: readonly OperationParameter[];
  /** The operation that this one is a form of, within one organization. */
  readonly scopedFormOf?: OperationId;
  /** Null if the operation takes no body. `maxBytes` is the most that it may have. */
  readonly body: { readonly required: boolean; readonly maxBytes: number } | null;
  /** Of the body of a success; null if it has none. */
  readonly mediaType: string | null;
  /** The name of the contract's response component, by status. */
  readonly responses: { readonly [status: string]: string };
  /** The error codes, by status. */
  readonly errors: { readonly [status: string]: readonly ErrorCode[] };
}

/** The operations by their id. */
export type OperationTable = { readonly [Id in OperationId]: Operation<Id> };
