import { removed } from "../edit.ts";
import { accepted, asked, get, parameters, type SingleChange, text } from "./single-change.ts";

/** Changes of the methods of the SDKs that break programs, even if the requests of other clients stay valid. */
export const breakingMethods: readonly SingleChange[] = [
  {
    title: "an operation has another name in the SDKs",
    edit: { [`${get}/x-sdk`]: { resource: "datasets", method: "find" } },
    says: [
      "the SDKs' method organizations.datasets.get is now called organizations.datasets.find",
      "the SDKs' method datasets.get is now called datasets.find",
    ],
  },
  {
    title: "an operation has no method in the SDKs any more",
    edit: { [`${get}/x-sdk`]: false },
    says: [
      "the SDKs' method organizations.datasets.get is gone",
      "the SDKs' method datasets.get is gone",
    ],
  },
  {
    title: "a scoped form has no method in the SDKs any more",
    edit: { "/paths/~1organizations~1{organizationId}~1datasets~1{datasetId}/get/x-sdk": false },
    says: ["the SDKs' method organizations.datasets.get is gone"],
  },
  {
    title: "a new operation makes another one its scoped form",
    edit: { "/paths/~1members": { get: { operationId: "listMembersOfAll", "x-sdk": false } } },
    says: ["the SDKs' method members.list is gone", "the operation is new"],
  },
  {
    title: "an operation gets its first query, before the options in TypeScript",
    edit: {
      "/paths/~1models~1{modelId}/get/parameters": [{ name: "q", in: "query", schema: text }],
    },
    says: [
      "arguments in TypeScript were (options), are (query, options): programs that pass them break",
      "the optional parameter q (query) is new",
    ],
  },
  {
    title: "the members of a request, which are arguments in Python, are in another order",
    edit: { [`${asked}/properties`]: { numSamples: {}, modelId: {} } },
    before: { [`${asked}/properties`]: { modelId: {}, numSamples: {} } },
    says: [
      "positional arguments in Python were (modelId, numSamples), are (numSamples, modelId): programs that pass them by position break",
    ],
  },
  {
    title: "a positional argument in Python becomes optional",
    edit: { [`${asked}/required/1`]: removed },
    says: [
      "positional arguments in Python were (modelId, numSamples, args), are (modelId, args): programs that pass them by position break",
      `the member numSamples is now optional: ${accepted}`,
    ],
  },
  {
    title: "two parameters of a path change places",
    before: { "/paths/~1a~1{x}~1{y}": pathOf("x", "y") },
    edit: {
      "/paths/~1a~1{x}~1{y}": removed,
      "/paths/~1a~1{y}~1{x}": pathOf("x", "y"),
    },
    says: [
      "positional arguments in Python were (x, y), are (y, x): programs that pass them by position break",
    ],
  },
  {
    title: "a parameter has another name in Python",
    edit: { [`${parameters}/From/x-python-name`]: removed },
    says: ["the argument in Python was start, is from"],
  },
];

/** A path with one operation, whose parameters are listed in this order. */
function pathOf(...names: readonly string[]) {
  const parameters = names.map((name) => ({ name, in: "path", required: true }));
  return { get: { operationId: "getAccount", tags: ["Account"], parameters } };
}
