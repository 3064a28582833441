import { contract } from "./contract.ts";
import { type Edit, removed } from "./edit.ts";

export interface Break {
  readonly title: string;
  /** The only rule that may report it, and must. */
  readonly rule: string;
  /** The change to the bundle. */
  readonly edit: Edit;
}

const createApiKey = "/paths/~1api-keys/post";
const getMe = "/paths/~1me/get";
const schemas = "/components/schemas";
const responses = "/components/responses";
const problem = "content/application~1problem+json";
const body = "requestBody/content/application~1json";

const models = contract.paths?.["/models"]?.get;
const model = contract.paths?.["/models/{modelId}"]?.get;

/** One deliberate fault for everything that a rule checks. */
export const breaks: readonly Break[] = [
  // The document
  {
    title: "no JSON Schema dialect",
    rule: "rule/json-schema-dialect",
    edit: { "/jsonSchemaDialect": removed },
  },
  {
    title: "another JSON Schema dialect",
    rule: "rule/json-schema-dialect",
    edit: { "/jsonSchemaDialect": "https://json-schema.org/draft/2019-09/schema" },
  },
  {
    title: "a server that is not the contract's",
    rule: "sinkove/servers",
    edit: { "/servers/3/url": "http://127.0.0.1:9999/v1" },
  },
  { title: "a missing server", rule: "sinkove/servers", edit: { "/servers/1": removed } },

  {
    title: "a path with text beside a parameter",
    rule: "sinkove/path-form",
    edit: {
      "/paths/~1models~1{modelId}.csv": {
        parameters: [{ $ref: "#/components/parameters/ModelId" }],
        get: { ...model, operationId: "getModelExport", "x-sdk": { method: "modelExport" } },
      },
    },
  },
  {
    title: "a parameter that another path calls something else",
    rule: "sinkove/path-form",
    edit: {
      "/paths/~1models~1{datasetId}~1export": {
        parameters: [{ $ref: "#/components/parameters/DatasetId" }],
        get: { ...model, operationId: "getModelExport", "x-sdk": { method: "modelExport" } },
      },
    },
  },

  // Operations
  {
    title: "a method that nothing is generated for",
    rule: "sinkove/method",
    edit: {
      "/paths/~1models/head": {
        ...models,
        operationId: "getModelsHead",
        "x-sdk": { resource: "models", method: "head" },
      },
    },
  },
  {
    title: "a verb outside the list",
    rule: "rule/operation-id",
    edit: { [`${getMe}/operationId`]: "fetchMe" },
  },
  {
    title: "an operationId in snake case",
    rule: "rule/operation-id",
    edit: { [`${getMe}/operationId`]: "get_me" },
  },
  {
    title: "an operationId used twice",
    rule: "operation-operationId-unique",
    edit: { [`${getMe}/operationId`]: "getUsage" },
  },
  {
    title: "an operation with two tags",
    rule: "rule/one-tag",
    edit: { [`${getMe}/tags`]: ["Account", "Usage"] },
  },
  {
    title: "an operation whose name in the SDKs follows from no rule",
    rule: "sinkove/sdk-name",
    edit: { [`${getMe}/x-sdk`]: removed },
  },
  {
    title: "two operations with one name in the SDKs",
    rule: "sinkove/sdk-name",
    edit: { [`${getMe}/x-sdk`]: { method: "usage" } },
  },
  {
    title: "a method of the client with the name of a resource",
    rule: "sinkove/sdk-name",
    edit: { [`${getMe}/x-sdk`]: { method: "models" } },
  },
  {
    title: "a resource whose class has the name of a schema",
    rule: "sinkove/sdk-name",
    edit: { [`${getMe}/x-sdk`]: { resource: "usage", method: "me" } },
  },
  {
    title: "a method with a name that Python reserves",
    rule: "sinkove/sdk-name",
    edit: { [`${getMe}/x-sdk`]: { method: "import" } },
  },
  {
    title: "a resource with the name of another module",
    rule: "sinkove/sdk-name",
    edit: { [`${getMe}/x-sdk`]: { resource: "bodies", method: "me" } },
  },
  {
    title: "a method with the name of a field of the SDKs' classes",
    rule: "sinkove/sdk-name",
    edit: { [`${getMe}/x-sdk`]: { resource: "myself", method: "core" } },
  },
  {
    title: "a misspelled method",
    rule: "sinkove/sdk-name",
    edit: { [`${getMe}/x-sdk`]: { metod: "me" } },
  },
  {
    title: "a resource that is not in camelCase",
    rule: "sinkove/sdk-name",
    edit: { [`${getMe}/x-sdk`]: { resource: "my-account", method: "get" } },
  },
  {
    title: "a parameter with a name that Python reserves",
    rule: "sinkove/sdk-argument",
    edit: { "/components/parameters/From/x-python-name": removed },
  },
  {
    title: "a parameter in kebab case",
    rule: "sinkove/sdk-argument",
    edit: { "/components/parameters/Interval/name": "time-interval" },
  },
  {
    title: "a name for Python in camelCase",
    rule: "sinkove/sdk-argument",
    edit: { "/components/parameters/From/x-python-name": "startTime" },
  },
  {
    title: "a header that the SDKs have no argument for",
    rule: "sinkove/sdk-argument",
    edit: { "/paths/~1models/get/parameters/-": { $ref: "#/components/parameters/IfRange" } },
  },
  {
    title: "a parameter in a cookie",
    rule: "sinkove/parameter-form",
    edit: { "/components/parameters/State/in": "cookie" },
  },
  {
    title: "a parameter in the path that is a number",
    rule: "sinkove/parameter-form",
    edit: {
      "/components/parameters/DownloadToken/schema": { type: "integer" },
      "/components/parameters/DownloadToken/example": 1,
    },
  },
  {
    title: "a parameter that is an object",
    rule: "sinkove/parameter-form",
    edit: { "/components/parameters/State/schema": { type: "object" } },
  },
  {
    title: "a parameter of two types",
    rule: "sinkove/parameter-form",
    edit: { "/components/parameters/State/schema": { type: ["string", "integer"] } },
  },
  {
    title: "a list in a header",
    rule: "sinkove/parameter-form",
    edit: {
      "/components/parameters/IfRange/schema": { type: "array", items: { type: "string" } },
      "/components/parameters/IfRange/example": ["a"],
    },
  },
  {
    title: "a list in the query with commas",
    rule: "sinkove/parameter-form",
    edit: {
      "/components/parameters/StatusClassFilter/schema": {
        type: "array",
        items: { type: "string" },
      },
      "/components/parameters/StatusClassFilter/explode": false,
    },
  },
  {
    title: "a body that is composed of schemas",
    rule: "sinkove/sdk-body",
    edit: { [`${schemas}/RotateApiKeyRequest/allOf`]: [{ type: "object" }] },
  },
  {
    title: "two successful responses",
    rule: "sinkove/sdk-response",
    edit: { [`${getMe}/responses/202`]: { $ref: "#/components/responses/Me" } },
  },
  {
    title: "a response that is neither an object nor a list",
    rule: "sinkove/sdk-response",
    edit: { "/components/responses/Model/content/application~1json/schema": { type: "object" } },
  },
  {
    title: "a list whose items are not objects",
    rule: "sinkove/sdk-response",
    edit: {
      "/components/responses/Models/content/application~1json/schema/items": { type: "object" },
    },
  },
  {
    title: "a success without a body and with another status than 204",
    rule: "sinkove/sdk-response",
    edit: { "/components/responses/ReplayedWebhookDelivery/content": removed },
  },
  {
    title: "a body with the status 204",
    rule: "sinkove/sdk-response",
    edit: {
      "/components/responses/Deleted/content": {
        "application/json": {
          schema: { $ref: "#/components/schemas/Model" },
          examples: { Model: { $ref: "#/components/examples/Model" } },
        },
      },
    },
  },
  {
    title: "a range of statuses",
    rule: "sinkove/response-form",
    edit: { "/paths/~1me/delete/responses/2XX": { $ref: "#/components/responses/Deleted" } },
  },
  {
    title: "a response in place",
    rule: "sinkove/response-form",
    edit: { "/paths/~1me/delete/responses/202": contract.components?.responses?.Deleted },
  },
  {
    title: "a response of two media types",
    rule: "sinkove/response-form",
    edit: { "/components/responses/Model/content/text~1csv": { schema: { type: "string" } } },
  },
  { title: "an operation with no tag", rule: "rule/one-tag", edit: { [`${getMe}/tags`]: [] } },
  {
    title: "an undeclared tag",
    rule: "operation-tag-defined",
    edit: { [`${getMe}/tags`]: ["Myself"] },
  },
  {
    title: "an operation without a summary",
    rule: "operation-summary",
    edit: { [`${getMe}/summary`]: removed },
  },
  {
    title: "an operation without a description",
    rule: "operation-description",
    edit: { [`${getMe}/description`]: removed },
  },
  {
    title: "a parameter without a description",
    rule: "parameter-description",
    edit: { "/components/parameters/Limit/description": removed },
  },

  // Security
  {
    title: "one scheme in two requirements",
    rule: "sinkove/security-requirement",
    edit: { [`${getMe}/security`]: [{ apiKey: [] }, { apiKey: [] }] },
  },
  {
    title: "two schemes that are needed together",
    rule: "sinkove/security-requirement",
    edit: { [`${getMe}/security`]: [{ apiKey: [], session: [] }] },
  },
  {
    title: "a scheme that is neither an API key nor a session",
    rule: "sinkove/security-requirement",
    edit: {
      "/components/securitySchemes/basic": { type: "http", scheme: "basic" },
      [`${getMe}/security`]: [{ apiKey: [] }, { session: [] }, { basic: [] }],
    },
  },
  {
    title: "other scopes for a session than for an API key",
    rule: "sinkove/security-requirement",
    edit: { [`${createApiKey}/security/1/session/0`]: "api_keys:read" },
  },
  {
    title: "an operation for API keys only that gives no reason",
    rule: "sinkove/security-requirement",
    edit: { [`${getMe}/security`]: [{ apiKey: [] }] },
  },
  {
    title: "an operation for sessions only that gives no reason",
    rule: "sinkove/security-requirement",
    edit: { "/paths/~1me/delete/x-security-reason": removed },
  },
  {
    title: "an optional API key",
    rule: "sinkove/security-requirement",
    edit: { [`${getMe}/security`]: [{}, { apiKey: [] }] },
  },
  {
    title: "security stated for the whole document only",
    rule: "sinkove/security-requirement",
    edit: { "/security": [{ apiKey: [] }], [`${getMe}/security`]: removed },
  },
  {
    title: "a scope that does not exist",
    rule: "sinkove/scope-known",
    edit: {
      [`${createApiKey}/security/0/apiKey/-`]: "api_keys:admin",
      [`${createApiKey}/security/1/session/-`]: "api_keys:admin",
    },
  },
  {
    title: "a scope that no operation needs",
    rule: "sinkove/scope-used",
    edit: {
      [`${schemas}/Scope/enum/-`]: "billing:read",
      [`${schemas}/Scope/x-enumDescriptions/billing:read`]: "Read invoices.",
      [`${schemas}/MemberRole/x-scopes/owner/-`]: "billing:read",
    },
  },
  {
    title: "a role without scopes",
    rule: "sinkove/role-scopes",
    edit: { [`${schemas}/MemberRole/x-scopes/member`]: removed },
  },
  {
    title: "roles that say nothing of their scopes",
    rule: "sinkove/role-scopes",
    edit: { [`${schemas}/MemberRole/x-scopes`]: null },
  },
  {
    title: "scopes of a role that does not exist",
    rule: "sinkove/role-scopes",
    edit: { [`${schemas}/MemberRole/x-scopes/guest`]: ["models:read"] },
  },
  {
    title: "a role with a scope that does not exist",
    rule: "sinkove/role-scopes",
    edit: { [`${schemas}/MemberRole/x-scopes/member/-`]: "billing:read" },
  },
  {
    title: "an owner who lacks a scope",
    rule: "sinkove/role-scopes",
    edit: { [`${schemas}/MemberRole/x-scopes/owner/0`]: removed },
  },

  // Statuses and parameters
  ...["400", "500", "503", "401", "406", "429", "403", "422", "413", "415"].map((status) => ({
    title: `a POST with a body, parameters and scopes that lacks ${status}`,
    rule: "sinkove/required-statuses",
    edit: { [`${createApiKey}/responses/${status}`]: removed },
  })),
  {
    title: "a DELETE with a session that lacks 403",
    rule: "sinkove/required-statuses",
    edit: { "/paths/~1me/delete/responses/403": removed },
  },
  {
    title: "a DELETE that lacks 204",
    rule: "sinkove/required-statuses",
    edit: {
      "/paths/~1me/delete/responses/200": {
        $ref: "#/components/responses/Deleted",
      },
      "/paths/~1me/delete/responses/204": removed,
    },
  },
  {
    title: "a POST without Idempotency-Key",
    rule: "sinkove/idempotency-key",
    edit: { [`${createApiKey}/parameters/0`]: removed },
  },

  // Headers
  {
    title: "a response without X-Request-ID",
    rule: "sinkove/request-id-header",
    edit: { [`${responses}/File/headers/X-Request-ID`]: removed },
  },
  ...[
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
    "RateLimit-Policy",
    "RateLimit",
  ].map((header) => ({
    title: `a response to a key without ${header}`,
    rule: "sinkove/rate-limit-headers",
    edit: { [`${responses}/PermissionDenied/headers/${header}`]: removed },
  })),
  {
    title: "a 401 without WWW-Authenticate",
    rule: "sinkove/challenge-header",
    edit: { [`${responses}/Unauthorized/headers/WWW-Authenticate`]: removed },
  },
  {
    title: "a 403 without WWW-Authenticate",
    rule: "sinkove/challenge-header",
    edit: { [`${responses}/GrantDenied/headers/WWW-Authenticate`]: removed },
  },
  {
    title: "a 429 without Retry-After",
    rule: "sinkove/retry-after-header",
    edit: { [`${responses}/RateLimitExceeded/headers/Retry-After`]: removed },
  },
  {
    title: "a 503 without Retry-After",
    rule: "sinkove/retry-after-header",
    edit: { [`${responses}/ServiceUnavailable/headers/Retry-After`]: removed },
  },

  // Responses and lists
  {
    title: "a response that refuses new members",
    rule: "sinkove/response-open",
    edit: { [`${schemas}/Organization/additionalProperties`]: false },
  },
  {
    title: "a list without a cursor",
    rule: "sinkove/list-parameters",
    edit: { "/paths/~1models/get/parameters/1": removed },
  },
  {
    title: "a list in an envelope",
    rule: "sinkove/list-array",
    edit: {
      [`${responses}/Models/content/application~1json/schema`]: {
        description: "A page of models.",
        additionalProperties: true,
      },
    },
  },
  {
    title: "a list without Link",
    rule: "sinkove/list-link",
    edit: { [`${responses}/Models/headers/Link`]: removed },
  },

  // Errors
  {
    title: "an error as plain JSON too",
    rule: "sinkove/problem-media-type",
    edit: {
      [`${responses}/NotAcceptable/content/application~1json`]: {
        examples: { NotAcceptable: { $ref: "#/components/examples/NotAcceptable" } },
      },
    },
  },
  {
    title: "an error that does not narrow its code",
    rule: "sinkove/problem-codes",
    edit: { [`${responses}/GrantDenied/${problem}/schema/allOf/1/properties/code/enum`]: removed },
  },
  {
    title: "an error with a code outside ErrorCode",
    rule: "sinkove/problem-codes",
    edit: {
      [`${responses}/GrantDenied/${problem}/schema/allOf/1/properties/code/enum`]: [
        "PERMISSION_DENIED",
        "NO_SUCH_CODE",
      ],
    },
  },
  {
    title: "a code without an example",
    rule: "sinkove/problem-examples",
    edit: { [`${responses}/RevokeConflict/${problem}/examples/IdempotencyConflict`]: removed },
  },
  {
    title: "an example with another status",
    rule: "sinkove/problem-example-status",
    edit: { "/components/examples/MissingScope/value/status": 401 },
  },
  {
    title: "an example with the type of another code",
    rule: "sinkove/problem-example-type",
    edit: {
      "/components/examples/MissingScope/value/type": "https://docs.sinkove.com/errors/not-found",
    },
  },
  {
    title: "an error code that no operation gives",
    rule: "sinkove/error-code-used",
    edit: {
      [`${schemas}/ErrorCode/enum/-`]: "OUT_OF_PAPER",
      [`${schemas}/ErrorCode/x-enumDescriptions/OUT_OF_PAPER`]: "There is no paper.",
    },
  },
  ...["ErrorCode", "Scope", "InvalidApiKeyReason"].map((name) => ({
    title: `${name} without descriptions of its members`,
    rule: "sinkove/enum-described",
    edit: { [`${schemas}/${name}/x-enumDescriptions`]: removed },
  })),
  {
    title: "an enum member without a description",
    rule: "sinkove/enum-described",
    edit: { [`${schemas}/DatasetState/x-enumDescriptions/READY`]: removed },
  },
  {
    title: "a description of a member that the enum lacks",
    rule: "sinkove/enum-described",
    edit: { [`${schemas}/DatasetState/x-enumDescriptions/LOST`]: "Not to be found." },
  },

  // Request bodies, schemas, examples
  {
    title: "a request body in another format",
    rule: "sinkove/request-body-json",
    edit: {
      [`${createApiKey}/requestBody/content/application~1yaml`]: {
        schema: { $ref: "#/components/schemas/CreateApiKeyRequest" },
      },
    },
  },
  {
    title: "a request body of any size",
    rule: "rule/request-body-limit",
    edit: { [`${createApiKey}/requestBody/x-max-body-bytes`]: removed },
  },
  {
    title: "a request body that takes unknown members",
    rule: "sinkove/request-body-closed",
    edit: { [`${schemas}/CreateApiKeyRequest/additionalProperties`]: removed },
  },
  {
    title: "a body of any form without the reason",
    rule: "sinkove/request-body-closed",
    edit: { "/paths/~1leaks~1github/post/requestBody/x-open-reason": removed },
  },
  {
    title: "an example that is written in place",
    rule: "sinkove/named-examples",
    edit: { [`${createApiKey}/${body}/examples/Inline`]: { value: { name: "Inline" } } },
  },
  {
    title: "a response without examples",
    rule: "sinkove/named-examples",
    edit: { "/components/responses/UpdatedApiKey/content/application~1json/examples": {} },
  },
  {
    title: "a timestamp that is a number",
    rule: "sinkove/timestamp-format",
    edit: {
      [`${schemas}/ApiKeyEvent/properties/changedAt`]: { type: "integer", description: "When." },
    },
  },
  {
    title: "an id of another format",
    rule: "sinkove/id-format",
    edit: {
      [`${schemas}/Organization/properties/parentId`]: { type: "string", description: "Whose." },
    },
  },
  {
    title: "a parameter that is an id of another format",
    rule: "sinkove/id-format",
    edit: { "/components/parameters/ModelIdFilter/schema": { type: "string" } },
  },
  {
    title: "a schema without a description",
    rule: "sinkove/schema-described",
    edit: { [`${schemas}/Organization/description`]: removed },
  },
  {
    title: "a property without a description",
    rule: "sinkove/schema-described",
    edit: { [`${schemas}/Organization/properties/name/description`]: removed },
  },
  {
    title: "a property in an allOf without a description",
    rule: "sinkove/schema-described",
    edit: { [`${schemas}/IssuedApiKey/allOf/1/properties/secret/description`]: removed },
  },
  {
    title: "a member in kebab case",
    rule: "sinkove/member-name",
    edit: {
      [`${schemas}/Organization/properties/is-new`]: { type: "boolean", description: "New." },
    },
  },
  {
    title: "two members with one name in Python",
    rule: "sinkove/member-name",
    edit: {
      [`${schemas}/Organization/properties/leak_policy`]: { type: "string", description: "It." },
    },
  },
  {
    title: "a schema that is a part of itself",
    rule: "sinkove/schema-finite",
    edit: { [`${schemas}/DatasetArgs/allOf`]: [{ $ref: `#${schemas}/DatasetArgs` }] },
  },
  {
    title: "alternatives that no member tells apart",
    rule: "sinkove/alternative-typed",
    edit: {
      [`${schemas}/Organization/properties/owner`]: {
        description: "Who owns it.",
        oneOf: [{ $ref: `#${schemas}/Account` }, { $ref: `#${schemas}/Organization` }],
      },
    },
  },
  {
    title: "nullable",
    rule: "struct",
    edit: { [`${schemas}/Organization/properties/name/nullable`]: true },
  },
  {
    title: "a body's example that its schema refuses",
    rule: "no-invalid-media-type-examples",
    edit: { "/components/examples/CreateApiKey/value/scopes": [] },
  },
  {
    title: "a parameter's example that its schema refuses",
    rule: "no-invalid-parameter-examples",
    edit: { "/components/parameters/IdempotencyKey/example": "" },
  },
  {
    title: "a schema's example that it refuses",
    rule: "no-invalid-schema-examples",
    edit: { [`${schemas}/Organization/properties/credits/examples`]: [-1] },
  },
];
