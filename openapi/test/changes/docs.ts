import { get, parameters, response, type SingleChange, schemas } from "./single-change.ts";

/** Changes of the documentation only. */
export const docsChanges: readonly SingleChange[] = [
  ...["summary", "description"].map((member) => ({
    title: `an operation's ${member} changes`,
    edit: { [`${get}/${member}`]: "Other words." },
    says: [`the ${member} changed`],
  })),
  {
    title: "an operation's tag changes",
    edit: { "/paths/~1me/get/tags": ["Usage"] },
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
    title: "a schema's description changes that every reference replaces",
    edit: { [`${schemas}/RateLimit/description`]: "Other words." },
    says: ["the description changed"],
  },
  {
    title: "the description of an enum's member changes",
    edit: { [`${schemas}/DatasetState/x-enumDescriptions/READY`]: "Other words." },
    says: ["the x-enumDescriptions changed"],
  },
  {
    title: "the reason why an operation has one security scheme changes",
    edit: { "/paths/~1me/delete/x-security-reason": "Other words." },
    says: ["the x-security-reason changed"],
  },
  {
    title: "the scopes of a role have another order",
    before: { [`${schemas}/MemberRole/x-scopes/member`]: ["models:read", "usage:read"] },
    edit: { [`${schemas}/MemberRole/x-scopes/member`]: ["usage:read", "models:read"] },
    says: ["the x-scopes changed"],
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
