import type { components, operations } from "./generated/schema.ts";

export type { components, operations as OperationTypes, paths } from "./generated/schema.ts";

type Schemas = components["schemas"];

/** Who API keys belong to. */
export type Account = Schemas["Account"];
/** An API key without its secret. */
export type ApiKey = Schemas["ApiKey"];
/** A key that was just issued, with its secret. */
export type IssuedApiKey = Schemas["IssuedApiKey"];
/** `active`, `disabled`, `expired` or `revoked`. */
export type ApiKeyStatus = Schemas["ApiKeyStatus"];
/** One thing that happened to a key. */
export type ApiKeyEvent = Schemas["ApiKeyEvent"];
export type ApiKeyEventType = Schemas["ApiKeyEventType"];
export type CreateApiKeyRequest = Schemas["CreateApiKeyRequest"];
export type UpdateApiKeyRequest = Schemas["UpdateApiKeyRequest"];
export type RotateApiKeyRequest = Schemas["RotateApiKeyRequest"];
export type RevokeApiKeyRequest = Schemas["RevokeApiKeyRequest"];
/** A key that was revoked, and the keys that were revoked with it. */
export type RevokedApiKey = Schemas["RevokedApiKey"];
/** Who did something, such as creating a key. */
export type Actor = Schemas["Actor"];
/** `live` for the service, `test` for sandboxes. */
export type Environment = Schemas["Environment"];
/** A token bucket: `limit` requests in `windowSeconds`. */
export type RateLimit = Schemas["RateLimit"];
/** What a key may do, such as `datasets:read`. */
export type Scope = Schemas["Scope"];
/** The presented key, its account, and the organizations that it reaches. */
export type Me = Schemas["Me"];
export type Organization = Schemas["Organization"];
export type Model = Schemas["Model"];
export type ModelVisibility = Schemas["ModelVisibility"];
export type Dataset = Schemas["Dataset"];
export type DatasetArgs = Schemas["DatasetArgs"];
export type DatasetMetadata = Schemas["DatasetMetadata"];
/** `PENDING`, `STARTED`, `READY`, `FAILED` or `EXPIRED`. */
export type DatasetState = Schemas["DatasetState"];
export type DatasetDownload = Schemas["DatasetDownload"];
export type CreateDatasetRequest = Schemas["CreateDatasetRequest"];
export type CreateOrganizationDatasetRequest = Schemas["CreateOrganizationDatasetRequest"];
export type Usage = Schemas["Usage"];
export type UsageBucket = Schemas["UsageBucket"];
export type UsageInterval = Schemas["UsageInterval"];
/** An error as it is sent (RFC 9457). */
export type Problem = Schemas["Problem"];
/** One way in which a request breaks the contract. */
export type Violation = Schemas["Violation"];
export type InvalidApiKeyReason = Schemas["InvalidApiKeyReason"];

type Responses<Id extends keyof operations> = operations[Id]["responses"];
type ContentOf<R> = R extends { content: infer C } ? C[keyof C] : never;
type ProblemOf<R> = R extends { content: { "application/problem+json": infer P } } ? P : never;

/**
 * Every error code, or those that an operation can answer with.
 *
 * @example
 * type Code = ErrorCode<"getDataset">; // "DATASET_NOT_FOUND" | "VALIDATION_ERROR" | …
 */
export type ErrorCode<Id extends keyof operations | undefined = undefined> =
  Id extends keyof operations
    ? CodeOf<ProblemOf<Responses<Id>[keyof Responses<Id>]>>
    : Schemas["ErrorCode"];

type CodeOf<P> = P extends { code?: infer Code extends Schemas["ErrorCode"] } ? Code : never;

/** The body of an operation's response with a status. */
export type ResponseBody<
  Id extends keyof operations,
  Status extends keyof Responses<Id>,
> = ContentOf<Responses<Id>[Status]>;

/** The body that an operation takes; never where it takes none. */
export type RequestBody<Id extends keyof operations> = operations[Id] extends {
  requestBody?: { content: { "application/json": infer B } };
}
  ? B
  : never;

/** The query of an operation. */
export type QueryOf<Id extends keyof operations> = NonNullable<
  operations[Id]["parameters"]["query"]
>;
