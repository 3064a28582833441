import { asked, get, type SingleChange, schemas, told } from "./single-change.ts";

/** Changes of the notation that mean the same. */
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
