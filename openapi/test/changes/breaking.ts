import { removed } from "../edit.ts";
import { breakingMethods } from "./breaking-methods.ts";
import {
  accepted,
  asked,
  create,
  fewer,
  get,
  list,
  parameters,
  refused,
  response,
  type SingleChange,
  schemas,
  text,
  told,
  unexpected,
} from "./single-change.ts";

/** Changes that break clients. */
export const breakingChanges: readonly SingleChange[] = [
  ...breakingMethods,

  // Operations
  { title: "a path is removed", edit: { "/paths/~1me": removed }, says: ["the operation is gone"] },
  {
    title: "an operation is removed",
    edit: { [get]: removed },
    says: ["the SDKs' method organizations.datasets.get is gone", "the operation is gone"],
  },
  {
    title: "an operationId is changed",
    edit: { [`${get}/operationId`]: "getTheDataset" },
    says: [
      "the SDKs' method organizations.datasets.get is gone",
      "the operationId was getDataset: SDKs name methods after it",
    ],
  },
  {
    title: "a path parameter is renamed",
    before: {
      "/paths/~1files~1{name}": {
        get: { parameters: [{ name: "name", in: "path", required: true }] },
      },
    },
    edit: {
      "/paths/~1files~1{name}": removed,
      "/paths/~1files~1{file}": {
        get: {
          operationId: "GET /files/{name}",
          parameters: [{ name: "file", in: "path", required: true }],
        },
      },
    },
    says: [
      "the parameter name (path) is gone",
      "the required parameter file (path) is new: requests without it are refused",
    ],
  },

  // Security
  {
    title: "a scope is added to an operation",
    edit: { [`${get}/security/0/apiKey/-`]: "models:read" },
    says: [
      "needed apiKey(datasets:read), needs apiKey(datasets:read) and apiKey(models:read) or session(datasets:read): credentials that were enough are refused",
    ],
  },
  {
    title: "an operation refuses API keys",
    edit: { [`${get}/security/0`]: removed },
    says: [
      "needed apiKey(datasets:read), needs session(datasets:read): credentials that were enough are refused",
    ],
  },
  {
    title: "an operation refuses sessions",
    edit: { [`${get}/security/1`]: removed },
    says: [
      "needed session(datasets:read), needs apiKey(datasets:read): credentials that were enough are refused",
    ],
  },
  {
    title: "an API key needs a session too",
    edit: { [`${get}/security`]: [{ apiKey: ["datasets:read"], session: ["datasets:read"] }] },
    says: [
      "needed apiKey(datasets:read), needs apiKey(datasets:read) and session(datasets:read): credentials that were enough are refused",
      "needed session(datasets:read), needs apiKey(datasets:read) and session(datasets:read): credentials that were enough are refused",
    ],
  },
  {
    title: "a role loses a scope",
    edit: { [`${schemas}/MemberRole/x-scopes/member`]: ["api_keys:read", "members:write"] },
    says: [
      "the role member loses api_keys:write, datasets:read, datasets:write, members:read, models:read, organizations:read, requests:read, usage:read and gains members:write: callers with the role are refused",
    ],
  },
  {
    title: "a public operation needs a key",
    edit: { "/paths/~1downloads~1{downloadToken}/get/security": [{ apiKey: [] }] },
    says: ["needed no credentials, needs apiKey: credentials that were enough are refused"],
  },
  {
    title: "keys are presented in another header",
    edit: { "/components/securitySchemes/apiKey": { type: "apiKey", in: "header", name: "X-Key" } },
    says: ["credentials are sent differently"],
  },
  {
    title: "sessions are presented in another cookie",
    edit: { "/components/securitySchemes/session/name": "sid" },
    says: ["credentials are sent differently"],
  },
  {
    title: "a server is removed",
    edit: { "/servers/1": removed },
    says: ["the server https://api.sinkove.com is gone"],
  },
  {
    title: "the first server is another one",
    edit: {
      "/servers/0": {
        url: "https://api.sinkove.com",
        description: "The service, unversioned paths (the same operations)",
      },
      "/servers/1": { url: "https://api.sinkove.com/v1", description: "The service" },
    },
    says: ["the first server, which SDKs use, is now https://api.sinkove.com"],
  },

  // Parameters
  {
    title: "a parameter is removed",
    edit: { [`${list}/parameters/2`]: removed },
    says: ["the parameter state (query) is gone"],
  },
  {
    title: "a required parameter is added",
    edit: { [`${list}/parameters/-`]: { name: "q", in: "query", required: true, schema: text } },
    says: ["the required parameter q (query) is new: requests without it are refused"],
  },
  {
    title: "a parameter becomes required",
    edit: { [`${parameters}/State/required`]: true },
    says: ["is now required: requests without it are refused"],
  },
  {
    title: "a parameter's maximum is lowered",
    edit: { [`${parameters}/Limit/schema/maximum`]: 100 },
    says: [`maximum was 500, is 100: ${refused}`],
  },
  {
    title: "a parameter's default is changed",
    edit: { [`${parameters}/Limit/schema/default`]: 50 },
    says: ["the default was 100, is 50: requests without it can mean something else"],
  },
  {
    title: "a parameter is written differently",
    edit: { [`${parameters}/State/explode`]: false },
    says: ["the parameter is written differently (style, explode)"],
  },
  {
    title: "a parameter's value is removed",
    before: { [`${parameters}/State/schema`]: { type: "string", enum: ["READY", "FAILED"] } },
    edit: { [`${parameters}/State/schema/enum/1`]: removed },
    says: [`the value "FAILED" is gone: ${refused}`],
  },

  // Request bodies
  {
    title: "a request body is removed",
    edit: { "/paths/~1api-keys~1{apiKeyId}~1rotate/post/requestBody": removed },
    says: ["the request body is gone"],
  },
  {
    title: "a required request body is added",
    edit: { [`${get}/requestBody`]: { required: true, content: {} } },
    says: ["a required request body is new"],
  },
  {
    title: "a request body may have fewer bytes",
    edit: { [`${create}/requestBody/x-max-body-bytes`]: 8192 },
    says: ["the body may have at most 8192 bytes instead of 16384"],
  },
  {
    title: "a request body becomes required",
    edit: { "/paths/~1api-keys~1{apiKeyId}~1rotate/post/requestBody/required": true },
    says: ["is now required: requests without it are refused"],
  },
  {
    title: "a request's media type is removed",
    before: { [`${create}/requestBody/content/application~1yaml`]: {} },
    edit: { [`${create}/requestBody/content/application~1yaml`]: removed },
    says: ["the media type application/yaml is gone"],
  },
  {
    title: "a required member is added to a request",
    edit: { [`${asked}/properties/note`]: text, [`${asked}/required/-`]: "note" },
    says: ["the required member note is new: requests without it are refused"],
  },
  {
    title: "a member of a request is removed",
    edit: { [`${asked}/properties/organizationId`]: removed },
    says: ["the member organizationId is gone: clients that send it are refused or ignored"],
  },
  {
    title: "a member of a request becomes required",
    edit: { [`${asked}/required/-`]: "organizationId" },
    says: [`the member organizationId is now required: ${refused}`],
  },
  {
    title: "a member of a request changes its type",
    edit: { [`${asked}/properties/numSamples/type`]: "string" },
    says: [
      `the type integer is no longer possible: ${refused}`,
      `the type string is now possible: ${accepted}`,
    ],
  },
  {
    title: "a request no longer takes null",
    edit: { [`${schemas}/CreateApiKeyRequest/properties/expiresAt/type`]: "string" },
    says: [`the type null is no longer possible: ${refused}`],
  },
  {
    title: "a number of a request becomes an integer",
    before: { [`${asked}/properties/numSamples/type`]: "number" },
    edit: { [`${asked}/properties/numSamples/type`]: "integer" },
    says: [`the type was number, is integer: ${refused}`],
  },
  {
    title: "anything of a request becomes a string or null",
    before: { [`${asked}/properties/args`]: { description: "Arguments." } },
    edit: { [`${asked}/properties/args/type`]: ["string", "null"] },
    says: [`the type was any, is string: ${refused}`],
  },
  ...[
    { keyword: "minLength", value: 3, was: "1" },
    { keyword: "maxLength", value: 50, was: "100" },
  ].map(({ keyword, value, was }) => ({
    title: `a request's ${keyword} is tightened`,
    before: { [`${asked}/properties/label`]: { ...text, minLength: 1, maxLength: 100 } },
    edit: { [`${asked}/properties/label/${keyword}`]: value },
    says: [`${keyword} was ${was}, is ${value}: ${refused}`],
  })),
  ...[
    { keyword: "pattern", value: "^a" },
    { keyword: "format", value: "email" },
  ].map(({ keyword, value }) => ({
    title: `a request's member gets a ${keyword}`,
    before: { [`${asked}/properties/label`]: text },
    edit: { [`${asked}/properties/label/${keyword}`]: value },
    says: [`${keyword} was not set, is "${value}": ${refused}`],
  })),
  {
    title: "a request refuses members that it does not list",
    before: { [`${asked}/additionalProperties`]: removed },
    edit: { [`${asked}/additionalProperties`]: false },
    says: [`members other than those listed are refused: ${refused}`],
  },
  {
    title: "an alternative of a request is removed",
    before: {
      [`${asked}/properties/args`]: {
        oneOf: [{ $ref: "#/components/schemas/Uuid" }, { type: "integer" }],
      },
    },
    edit: { [`${asked}/properties/args/oneOf/0`]: removed },
    says: [`the type string is no longer possible: ${refused}`],
  },
  {
    title: "an allOf of a request gets another part",
    before: { [`${asked}/properties/label`]: { allOf: [text] } },
    edit: { [`${asked}/properties/label/allOf/-`]: { minLength: 2 } },
    says: [`minLength was not set, is 2: ${refused}`],
  },
  {
    title: "a keyword that is not compared in depth changes",
    before: { [`${asked}/properties/label`]: { ...text, not: { const: "a" } } },
    edit: { [`${asked}/properties/label/not`]: { const: "b" } },
    says: [
      `not was {"const":"a"}, is {"const":"b"}: ${refused}`,
      `not was {"const":"a"}, is {"const":"b"}: ${accepted}`,
    ],
  },

  // Responses
  {
    title: "a successful response is removed",
    edit: { [`${get}/responses/200`]: removed },
    says: ["the response 200 is gone: clients that expect it break"],
  },
  {
    title: "a successful response is added",
    edit: { [`${get}/responses/202`]: { description: "Accepted." } },
    says: ["the response 202 is new: clients do not expect it"],
  },
  {
    title: "a response's media type is removed",
    edit: { [`${response}/content/application~1json`]: removed },
    says: ["the media type application/json is gone"],
  },
  {
    title: "a response's header is removed",
    edit: { [`${response}/headers/Sunset`]: removed },
    says: ["the header sunset is gone"],
  },
  {
    title: "a response's header is no longer always present",
    edit: { "/components/headers/ETag/required": removed },
    says: ["the header is no longer always present"],
  },
  {
    title: "a member of a response is removed",
    edit: { [`${told}/properties/ownerId`]: removed, [`${told}/required/3`]: removed },
    says: ["the member ownerId is gone: clients that read it break"],
  },
  {
    title: "a member of a response becomes optional",
    edit: { [`${told}/required/3`]: removed },
    says: [`the member ownerId is now optional: ${unexpected}`],
  },
  {
    title: "a member of a response can be null",
    edit: { [`${told}/properties/numSamples/type`]: ["integer", "null"] },
    says: [`the type null is now possible: ${unexpected}`],
  },
  {
    title: "an integer of a response becomes a number",
    edit: { [`${told}/properties/numSamples/type`]: "number" },
    says: [`the type was integer, is number: ${unexpected}`],
  },
  {
    title: "a list of a response holds something else",
    edit: {
      "/components/responses/Models/content/application~1json/schema/items": {
        type: "string",
        description: "A generative model.",
      },
    },
    says: [
      `the type object is no longer possible: ${fewer}`,
      `the type string is now possible: ${unexpected}`,
    ],
  },
  {
    title: "a response's limit is loosened",
    edit: { [`${schemas}/DatasetMetadata/properties/progress/maximum`]: 200 },
    says: [`maximum was 100, is 200: ${unexpected}`],
  },
  {
    title: "a response's format is dropped",
    edit: { [`${schemas}/DatasetDownload/properties/URL/format`]: removed },
    says: [`format was "uri", is not set: ${unexpected}`],
  },
  {
    title: "a response's values are no longer listed",
    edit: { [`${schemas}/ApiKeyEventType/enum`]: removed },
    says: [
      `any value is allowed, not only "created", "updated", "enabled", "disabled", "rotated", "revoked", "expiring", "leaked": ${unexpected}`,
    ],
  },
];
