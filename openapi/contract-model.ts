import type { Document, Named, Schema } from "./document.ts";
import type { SdkName } from "./sdk-names.ts";

export type { SdkName } from "./sdk-names.ts";

/** The contract as generators and servers use it, with references resolved and naming rules applied. */
export interface Contract {
  /** The bundle that the contract was read from. */
  readonly document: Document;
  /** In document order. */
  readonly operations: readonly ContractOperation[];
  /** The status of each error code that an operation can return. */
  readonly statuses: Named<number>;
  /** The scopes of each role in an organization. */
  readonly roles: Named<readonly string[]>;
  readonly schemas: Named<Schema>;
}

export type SecurityScheme = "apiKey" | "session";

export type ContractMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface ContractOperation {
  readonly id: string;
  readonly method: ContractMethod;
  /** A path template, such as `/datasets/{datasetId}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly isDeprecated: boolean;
  /** The scopes that the caller needs. All of them are required. */
  readonly scopes: readonly string[];
  /** The accepted credentials: API keys, sessions, or both. Empty if the operation is public. */
  readonly schemes: readonly SecurityScheme[];
  /** Why only one kind of credentials is accepted; undefined if both are, or if the operation is public. */
  readonly securityReason: string | undefined;
  /** Whether the operation needs no credentials. */
  readonly isPublic: boolean;
  /** Whether the operation returns a paginated list, which has a `Link` header (RFC 8288). */
  readonly isList: boolean;
  /** Path parameters come first. */
  readonly parameters: readonly ContractParameter[];
  readonly body: ContractBody | undefined;
  /** Sorted by status. */
  readonly responses: readonly ContractResponse[];
  /** The name in the SDKs. A scoped form has the name of the operation that it is a form of. */
  readonly sdk: SdkName | undefined;
  /**
   * The id of the operation that this one is a scoped form of. For example, `listOrganizationDatasets`, at
   * `/organizations/{organizationId}/datasets`, is the scoped form of `listDatasets`, at `/datasets`. An operation with
   * `x-sdk` is not a scoped form.
   */
  readonly scopedFormOf: string | undefined;
}

export interface ContractParameter {
  readonly name: string;
  /** The name in Python, if it is not the name in snake case. */
  readonly pythonName: string | undefined;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
  readonly example: unknown;
}

export interface ContractBody extends ContractContent {
  readonly required: boolean;
  /** The largest body that can be valid, in bytes. */
  readonly maxBytes: number;
}

/** The body of a request or a response. */
export interface ContractContent {
  readonly mediaType: string;
  /** Undefined for a file. */
  readonly schema: Schema | undefined;
  readonly examples: readonly ContractExample[];
}

export interface ContractExample {
  readonly name: string;
  readonly summary: string;
  readonly value: unknown;
}

export interface ContractResponse {
  /** The name of the component. */
  readonly name: string;
  readonly status: number;
  readonly description: string;
  readonly headers: readonly ContractHeader[];
  readonly content: ContractContent | undefined;
  /** The error codes that the body can have; empty for a success. */
  readonly codes: readonly string[];
}

export interface ContractHeader {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly example: unknown;
}
