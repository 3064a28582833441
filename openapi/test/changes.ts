import { type Edit, removed } from "./edit.ts";

export interface SingleChange {
  readonly title: string;
  /** What is done to the contract before it is the old one. */
  readonly before?: Edit;
  /** What is done to that, to make the new one. */
  readonly edit: Edit;
  /** Everything that is said of it. */
  readonly says: readonly string[];
}

const get = "/paths/~1datasets~1{datasetId}/get";
const list = "/paths/~1datasets/get";
const create = "/paths/~1datasets/post";
const schemas = "/components/schemas";
const asked = `${schemas}/CreateDatasetRequest`;
const told = `${schemas}/Dataset`;
const response = "/components/responses/Dataset";
const parameters = "/components/parameters";

const refused = "requests that were accepted can be refused";
const accepted = "more requests are accepted";
const unexpected = "clients can meet what they do not expect";
const fewer = "responses vary less than before";
const ignore = "readers must ignore what they do not know";

const text = { type: "string", description: "Some text." };

/** Changes that break clients. */
export const breakingChanges: readonly SingleChange[] = [
  // Operations
  { title: "a path is removed", edit: { "/paths/~1me": removed }, says: ["the operation is gone"] },
  { title: "an operation is removed", edit: { [get]: removed }, says: ["the operation is gone"] },
  {
    title: "an operationId is changed",
    edit: { [`${get}/operationId`]: "getTheDataset" },
    says: ["the operationId was getDataset: SDKs name their methods by it"],
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
      "needed apiKey and apiKey(datasets:read), needs apiKey and apiKey(datasets:read) and apiKey(models:read): keys that were enough are refused",
    ],
  },
  {
    title: "a public operation needs a key",
    edit: { "/paths/~1downloads~1{downloadToken}/get/security": [{ apiKey: [] }] },
    says: ["needed no key, needs apiKey: keys that were enough are refused"],
  },
  {
    title: "keys are presented in another header",
    edit: { "/components/securitySchemes/apiKey": { type: "apiKey", in: "header", name: "X-Key" } },
    says: ["keys are presented another way"],
  },
  {
    title: "a server is removed",
    edit: { "/servers/1": removed },
    says: ["the server https://api.sinkove.com is gone"],
  },
  {
    title: "the first server is another one",
    edit: {
      "/servers/0/url": "https://api.sinkove.com",
      "/servers/1/url": "https://api.sinkove.com/v1",
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
    says: ["the default was 100, is 50: requests that leave it out can mean something else"],
  },
  {
    title: "a parameter is written another way",
    edit: { [`${parameters}/State/explode`]: false },
    says: ["the parameter is written another way (style, explode)"],
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
    says: [`members beside those listed are refused: ${refused}`],
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
    says: ["the response 200 is gone: clients that wait for it break"],
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
    title: "a response's header is no longer always there",
    edit: { "/components/headers/ETag/required": removed },
    says: ["the header is no longer always there"],
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
      `any value is allowed, not only "created", "updated", "enabled", "disabled", "rotated", "revoked": ${unexpected}`,
    ],
  },
];

/** Changes that clients of the old contract do not notice. */
export const compatibleChanges: readonly SingleChange[] = [
  {
    title: "an operation is added",
    edit: { "/paths/~1status": { get: { operationId: "getStatus", responses: {} } } },
    says: ["the operation is new"],
  },
  {
    title: "an operation is deprecated",
    edit: { [`${get}/deprecated`]: true },
    says: ["the operation is deprecated"],
  },
  {
    title: "a scope is no longer needed",
    edit: { [`${list}/security/0/apiKey/0`]: removed },
    says: ["needed apiKey and apiKey(datasets:read), needs apiKey: more keys are enough"],
  },
  {
    title: "an operation becomes public",
    edit: { "/paths/~1models/get/security": [] },
    says: ["needed apiKey and apiKey(models:read), needs no key: more keys are enough"],
  },
  {
    title: "a server is added",
    edit: { "/servers/-": { url: "https://eu.api.sinkove.com/v1" } },
    says: ["the server https://eu.api.sinkove.com/v1 is new"],
  },
  {
    title: "an optional parameter is added",
    edit: { [`${list}/parameters/-`]: { name: "q", in: "query", schema: text } },
    says: ["the optional parameter q (query) is new"],
  },
  {
    title: "a parameter's maximum is raised",
    edit: { [`${parameters}/Limit/schema/maximum`]: 1000 },
    says: [`maximum was 500, is 1000: ${accepted}`],
  },
  {
    title: "a parameter may be longer",
    edit: { [`${parameters}/Cursor/schema/maxLength`]: removed },
    says: [`maxLength was 512, is not set: ${accepted}`],
  },
  {
    title: "an optional request body is added",
    edit: { "/paths/~1api-keys~1{apiKeyId}~1revoke/post/requestBody": { content: {} } },
    says: ["an optional request body is new"],
  },
  {
    title: "a request's media type is added",
    edit: { [`${create}/requestBody/content/application~1yaml`]: {} },
    says: ["the media type application/yaml is new"],
  },
  {
    title: "an optional member is added to a request",
    edit: { [`${asked}/properties/note`]: text },
    says: ["the optional member note is new"],
  },
  {
    title: "a member of a request becomes optional",
    edit: { [`${asked}/required/1`]: removed },
    says: [`the member numSamples is now optional: ${accepted}`],
  },
  {
    title: "a request may have null",
    edit: {
      [`${schemas}/RotateApiKeyRequest/properties/gracePeriodSeconds/type`]: ["integer", "null"],
    },
    says: [`the type null is now possible: ${accepted}`],
  },
  {
    title: "a value is added to a request",
    before: { [`${asked}/properties/size`]: { ...text, enum: ["small"] } },
    edit: { [`${asked}/properties/size/enum/-`]: "large" },
    says: [`the value "large" is new: ${accepted}`],
  },
  {
    title: "an error is added",
    edit: { [`${get}/responses/418`]: { description: "A teapot." } },
    says: ["the error 418 is new: clients must treat it as any other"],
  },
  {
    title: "an error is removed",
    edit: { [`${get}/responses/404`]: removed },
    says: ["the error 404 is gone"],
  },
  {
    title: "an error code is added",
    edit: {
      [`${schemas}/ErrorCode/enum/-`]: "ON_FIRE",
      "/components/responses/ServiceUnavailable/content/application~1problem+json/schema/allOf/1/properties/code/enum/-":
        "ON_FIRE",
    },
    says: [`the value "ON_FIRE" is new: ${ignore}`],
  },
  {
    title: "a value is added to a response",
    edit: { [`${schemas}/ApiKeyEventType/enum/-`]: "expired" },
    says: [`the value "expired" is new: ${ignore}`],
  },
  {
    title: "a value of a response is removed",
    edit: { [`${schemas}/ApiKeyEventType/enum/5`]: removed },
    says: [`the value "revoked" is gone: ${fewer}`],
  },
  {
    title: "a response's media type is added",
    edit: { [`${response}/content/application~1yaml`]: {} },
    says: ["the media type application/yaml is new"],
  },
  {
    title: "a response's header is added",
    edit: { [`${response}/headers/Age`]: { schema: { type: "integer" } } },
    says: ["the header age is new"],
  },
  {
    title: "a response's header is always there",
    edit: { "/components/headers/Link/required": true },
    says: ["the header is always there"],
  },
  {
    title: "a required member is added to a response",
    edit: { [`${told}/properties/label`]: text, [`${told}/required/-`]: "label" },
    says: [`the member label is new: ${ignore}`],
  },
  {
    title: "a member of a response is never null again",
    edit: { [`${schemas}/ApiKey/properties/expiresAt/type`]: "string" },
    says: [`the type null is no longer possible: ${fewer}`],
  },
  {
    title: "a response's limit is tightened",
    edit: { [`${schemas}/Organization/properties/credits/minimum`]: 1 },
    says: [`minimum was 0, is 1: ${fewer}`],
  },
];

/** Changes of words. */
export const docsChanges: readonly SingleChange[] = [
  ...["summary", "description"].map((member) => ({
    title: `an operation's ${member} changes`,
    edit: { [`${get}/${member}`]: "Other words." },
    says: [`the ${member} changed`],
  })),
  {
    title: "an operation's tag changes",
    edit: { [`${get}/tags`]: ["Usage"] },
    says: ["the tags changed"],
  },
  {
    title: "a parameter's description changes",
    edit: { [`${parameters}/Limit/description`]: "Other words." },
    says: ["the description changed"],
  },
  {
    title: "a response's description changes",
    edit: { [`${response}/description`]: "Other words." },
    says: ["the description changed"],
  },
  {
    title: "a schema's description changes",
    edit: { [`${schemas}/Uuid/description`]: "Other words." },
    says: ["the description changed"],
  },
  {
    title: "the description of an enum's member changes",
    edit: { [`${schemas}/DatasetState/x-enumDescriptions/READY`]: "Other words." },
    says: ["the x-enumDescriptions changed"],
  },
  {
    title: "an example changes",
    edit: { "/components/examples/Me/value/account/name": "Another Lab" },
    says: ["the example Me changed"],
  },
  {
    title: "the API's description changes",
    edit: { "/info/description": "Other words." },
    says: ["the description of the API changed"],
  },
];

/** Changes of the writing that mean the same. */
export const noChanges: readonly Omit<SingleChange, "says">[] = [
  {
    title: "null is written as an alternative",
    edit: {
      [`${schemas}/DatasetMetadata/properties/failureReason`]: {
        description: "Why the generation failed and what to do about it; null if it did not.",
        oneOf: [{ type: "null" }, { type: "string" }],
      },
    },
  },
  {
    title: "a schema is written in place",
    edit: {
      [`${asked}/properties/modelId`]: {
        description: "The model to generate with.",
        type: "string",
        format: "uuid",
      },
    },
  },
  {
    title: "a schema is written in an allOf",
    edit: {
      [`${asked}/properties/numSamples`]: {
        description:
          "How many samples (images) to generate; each costs one credit. A model may allow fewer.",
        allOf: [{ type: "integer", minimum: 1 }, { maximum: 1000 }, { maximum: 2000 }],
      },
    },
  },
  {
    title: "the alternatives are in another order",
    edit: {
      [`${told}/properties/metadata/oneOf`]: [
        { type: "null" },
        { $ref: "#/components/schemas/DatasetMetadata" },
      ],
    },
  },
  {
    title: "the required members are in another order",
    edit: { [`${asked}/required`]: ["args", "modelId", "numSamples"] },
  },
  {
    title: "a response is written in place",
    before: {
      "/components/responses/Short": { description: "Short." },
      [`${get}/responses/418`]: { $ref: "#/components/responses/Short" },
    },
    edit: { [`${get}/responses/418`]: { description: "Short." } },
  },
  {
    title: "a list of one value is a constant",
    edit: { "/components/headers/AcceptRanges/schema": { type: "string", const: "bytes" } },
  },
];
