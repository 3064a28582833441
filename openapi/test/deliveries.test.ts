import { describe, expect, test } from "vitest";
import { compareDocuments } from "../diff/compare.ts";
import { base } from "./comparison/base.ts";
import { type Edit, edited, removed } from "./edit.ts";

const schemas = "/components/schemas";
const webhook = "/webhooks/petLost/post";
const delivery = `${webhook}/requestBody`;
const reply = `${webhook}/responses/200`;
const text = { type: "string" };

describe("of a webhook, clients break if", () => {
  test.each([
    {
      title: "the API sends values that it did not send",
      edit: { [`${schemas}/Loss/properties/petId/type`]: ["string", "null"] },
      says: "the type null is now possible: clients can get values that they do not expect",
    },
    {
      title: "the API sends another media type",
      edit: { [`${delivery}/content/text~1csv`]: { schema: text } },
      says: "the media type text/csv is new",
    },
    {
      title: "the body may be missing",
      edit: { [`${delivery}/required`]: removed },
      says: "the request body is no longer always present",
    },
    {
      title: "the API no longer sends a header",
      before: { [`${webhook}/parameters`]: [{ name: "X-Sign", in: "header", schema: text }] },
      edit: { [`${webhook}/parameters`]: removed },
      says: "the parameter x-sign (header) is gone",
    },
    {
      title: "the API authenticates itself differently",
      edit: { [`${webhook}/security`]: [{ spare: [] }] },
      says: "the API authenticates itself differently",
    },
    {
      title: "the API refuses replies that it accepted",
      edit: { [`${schemas}/Receipt/properties/accepted/const`]: true },
      says: "only true is allowed: replies that were accepted can be refused",
    },
    {
      title: "a reply needs a header",
      edit: { [`${reply}/headers`]: { "X-Id": { required: true, schema: text } } },
      says: "the required header x-id is new",
    },
  ])("$title", ({ before = {}, edit, says }) => {
    expect(compare(edit, before)).toContainEqual(["breaking", "petLost", says]);
  });
});

describe("of a webhook, clients go on working if", () => {
  test.each([
    {
      title: "the API sends a parameter more",
      edit: {
        [`${webhook}/parameters`]: [{ name: "X-Sign", in: "header", required: true, schema: text }],
      },
      says: "the parameter x-sign (header) is new: clients must ignore what they do not know",
    },
    {
      title: "deliveries have a limit",
      edit: { [`${schemas}/Loss/properties/petId/maxLength`]: 36 },
      says: "maxLength was not set, is 36: deliveries have fewer possible values",
    },
    {
      title: "the API accepts more replies",
      edit: { [`${schemas}/Receipt/properties/accepted/type`]: ["boolean", "null"] },
      says: "the type null is now possible: more replies are accepted",
    },
  ])("$title", ({ edit, says }) => {
    expect(compare(edit)).toEqual([["compatible", "petLost", says]]);
  });
});

test("a change of a callback is one of the operation that asks for it", () => {
  const edit = { [`${schemas}/Adoption/properties/day`]: text };
  expect(compare(edit)).toEqual([
    ["compatible", "createPet", "the member day is new: clients must ignore what they do not know"],
  ]);
});

function compare(edit: Edit, before: Edit = {}) {
  const old = edited(base, before);
  return compareDocuments(old, edited(old, edit)).map(
    ({ verdict, operation, message }) => [verdict, operation, message] as const,
  );
}
