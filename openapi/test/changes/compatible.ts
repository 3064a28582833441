import { removed } from "../edit.ts";
import {
  accepted,
  asked,
  create,
  fewer,
  get,
  ignore,
  list,
  parameters,
  response,
  type SingleChange,
  schemas,
  text,
  told,
} from "./single-change.ts";

/** Changes that do not affect clients of the old contract. */
export const compatibleChanges: readonly SingleChange[] = [
  {
    title: "an operation is added",
    edit: { "/paths/~1status": { get: { operationId: "getStatus", responses: {} } } },
    says: ["the operation is new"],
  },
  {
    title: "an operation gets a method in the SDKs",
    edit: { "/paths/~1me/delete/x-sdk": { method: "deleteMe" } },
    says: ["the SDKs' method deleteMe is new"],
  },
  {
    title: "an operation is deprecated",
    edit: { [`${get}/deprecated`]: true },
    says: ["the operation is deprecated"],
  },
  {
    title: "a scope is no longer needed",
    edit: { [`${list}/security/0/apiKey/0`]: removed },
    says: [
      "needed apiKey(datasets:read) or session(datasets:read), needs apiKey or session(datasets:read): more credentials are enough",
    ],
  },
  {
    title: "a session is accepted beside an API key",
    before: { [`${list}/security/1`]: removed },
    edit: { [`${list}/security/-`]: { session: ["datasets:read"] } },
    says: [
      "needed apiKey(datasets:read), needs apiKey(datasets:read) or session(datasets:read): more credentials are enough",
    ],
  },
  {
    title: "a role gains a scope",
    edit: { [`${schemas}/MemberRole/x-scopes/member/-`]: "members:write" },
    says: ["the role member gains members:write"],
  },
  {
    title: "an operation becomes public",
    edit: { "/paths/~1models/get/security": [] },
    says: [
      "needed apiKey(models:read) or session(models:read), needs no credentials: more credentials are enough",
    ],
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
    title: "a request body may have more bytes",
    edit: { [`${create}/requestBody/x-max-body-bytes`]: 32_768 },
    says: ["the body may have at most 32768 bytes instead of 16384"],
  },
  {
    title: "an optional request body is added",
    edit: { "/paths/~1models~1{modelId}/get/requestBody": { content: {} } },
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
    title: "a member of a change becomes optional",
    before: { [`${schemas}/UpdateApiKeyRequest/required`]: ["name"] },
    edit: { [`${schemas}/UpdateApiKeyRequest/required`]: [] },
    says: [`the member name is now optional: ${accepted}`],
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
    says: [`the value "ON_FIRE" is new: ${ignore}`, `the value "ON_FIRE" is new: ${accepted}`],
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
    title: "a response's header is always present",
    edit: { "/components/headers/Link/required": true },
    says: ["the header is always present"],
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
