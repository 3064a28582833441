import { removed } from "../edit.ts";
import { type CaseGroup, create, list } from "./case.ts";

const text = { type: "string" };
const sort = `${list}/parameters/1`;
const ok = `${list}/responses/200`;
const body = `${create}/requestBody`;

export const messageCases: readonly CaseGroup[] = [
  {
    title: "Parameters",
    cases: [
      {
        change: "optional parameter added",
        ours: "compatible",
        edit: { [`${list}/parameters/-`]: { name: "q", in: "query", schema: text } },
      },
      {
        change: "required parameter added",
        ours: "breaking",
        edit: {
          [`${list}/parameters/-`]: { name: "q", in: "query", required: true, schema: text },
        },
      },
      { change: "parameter removed", ours: "breaking", edit: { [sort]: removed } },
      {
        change: "parameter becomes required",
        ours: "breaking",
        edit: { [`${sort}/required`]: true },
      },
      {
        change: "parameter becomes optional",
        ours: "breaking",
        before: { [`${sort}/required`]: true },
        edit: { [`${sort}/required`]: removed },
      },
      {
        change: "value of a parameter removed",
        ours: "breaking",
        edit: { [`${sort}/schema/enum/1`]: removed },
      },
      {
        change: "default of a parameter changed",
        ours: "breaking",
        edit: { [`${list}/parameters/0/schema/default`]: 50 },
      },
      {
        change: "`style` or `explode` changed",
        ours: "breaking",
        before: { [`${sort}/schema`]: { type: "array", items: text } },
        edit: { [`${sort}/explode`]: false },
      },
      {
        change: "empty value no longer allowed",
        ours: "breaking",
        before: { [`${sort}/allowEmptyValue`]: true },
        edit: { [`${sort}/allowEmptyValue`]: removed },
      },
      {
        change: "parameter deprecated",
        ours: "compatible",
        edit: { [`${sort}/deprecated`]: true },
      },
      {
        change: "parameter no longer deprecated",
        ours: "compatible",
        before: { [`${sort}/deprecated`]: true },
        edit: { [`${sort}/deprecated`]: removed },
      },
    ],
  },
  {
    title: "Bodies, responses and headers",
    cases: [
      {
        change: "required request body added",
        ours: "breaking",
        edit: {
          [`${list}/requestBody`]: {
            required: true,
            content: { "application/json": { schema: text } },
          },
        },
      },
      { change: "request body removed", ours: "breaking", edit: { [body]: removed } },
      {
        change: "request body becomes optional",
        ours: "compatible",
        edit: { [`${body}/required`]: removed },
      },
      {
        change: "media type of a request removed",
        ours: "breaking",
        edit: { [`${body}/content/application~1x-www-form-urlencoded`]: removed },
      },
      {
        change: "`x-max-body-bytes` of a request lowered",
        ours: "breaking",
        before: { [`${body}/x-max-body-bytes`]: 2000 },
        edit: { [`${body}/x-max-body-bytes`]: 1000 },
      },
      {
        change: "`encoding` of a request changed",
        ours: "breaking",
        edit: {
          [`${body}/content/application~1x-www-form-urlencoded/encoding`]: {
            name: { style: "spaceDelimited" },
          },
        },
      },
      {
        change: "media type of a response added",
        ours: "compatible",
        edit: { [`${ok}/content/application~1xml`]: { schema: text } },
      },
      {
        change: "media type of a response removed",
        ours: "breaking",
        edit: { [`${ok}/content/text~1csv`]: removed },
      },
      {
        change: "successful status added",
        ours: "breaking",
        edit: { [`${list}/responses/202`]: { description: "Later." } },
      },
      {
        change: "successful status removed",
        ours: "breaking",
        before: { [`${list}/responses/202`]: { description: "Later." } },
        edit: { [`${list}/responses/202`]: removed },
      },
      {
        change: "error status added",
        ours: "compatible",
        edit: { [`${list}/responses/410`]: { description: "Gone." } },
      },
      {
        change: "error status removed",
        ours: "compatible",
        edit: { [`${list}/responses/404`]: removed },
      },
      { change: "response header removed", ours: "breaking", edit: { [`${ok}/headers`]: removed } },
      {
        change: "response header becomes optional",
        ours: "breaking",
        edit: { [`${ok}/headers/X-Total/required`]: removed },
      },
      {
        change: "response header added",
        ours: "compatible",
        edit: { [`${ok}/headers/X-Page`]: { schema: text } },
      },
      {
        change: "link removed",
        ours: "breaking",
        before: { [`${ok}/links`]: { create: { operationId: "createPet" } } },
        edit: { [`${ok}/links`]: removed },
      },
      {
        change: "description of a response changed",
        ours: "docs",
        edit: { [`${ok}/description`]: "All pets." },
      },
      {
        change: "example of a response changed",
        ours: "docs",
        before: { [`${ok}/content/text~1csv/examples`]: { one: { value: "a" } } },
        edit: { [`${ok}/content/text~1csv/examples/one/value`]: "b" },
      },
    ],
  },
];
