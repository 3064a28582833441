import { describe, expect, it } from "vitest";
import { fieldsOf } from "./args-schema.ts";
import { argPointer, argsOf, checkArgs } from "./args-values.ts";

const fields = fieldsOf({
  type: "object",
  required: ["prompt", "isPortable"],
  properties: {
    seed: { type: "integer", minimum: 0, maximum: 9 },
    noise_level: { type: "number", maximum: 1.5, description: "Grain." },
    view: { enum: ["pa", "ap"] },
    prompt: { type: "string", minLength: 2, maxLength: 3 },
    isPortable: { type: "boolean" },
    withMask: { type: "boolean", title: "Masks" },
    window: { type: "array" },
  },
});

describe("fieldsOf", () => {
  it("makes a field of each property, the required ones first", () => {
    expect(fields.map(({ label, kind, isRequired }) => [label, kind, isRequired])).toEqual([
      ["Prompt", "text", true],
      ["Is portable", "flag", true],
      ["Seed", "number", false],
      ["Noise level", "number", false],
      ["View", "choice", false],
      ["Masks", "flag", false],
      ["Window", "json", false],
    ]);
  });

  it("survives schemas that say nothing", () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ properties: { any: true }, required: "any" })).toMatchObject([
      { name: "any", kind: "json", isRequired: false },
    ]);
  });
});

describe("argsOf", () => {
  it("gives each value its type, and leaves out what is empty", () => {
    const values = {
      prompt: "ok",
      isPortable: false,
      withMask: false,
      seed: "7",
      noise_level: "0.5",
      view: "",
      window: "[1, 2]",
    };
    expect(argsOf(fields, values)).toEqual({
      prompt: "ok",
      isPortable: false,
      seed: 7,
      noise_level: 0.5,
      window: [1, 2],
    });
  });
});

describe("checkArgs", () => {
  it("accepts what the schema accepts", () => {
    expect(checkArgs(fields, { prompt: "🫁🫁🫁", seed: "0", noise_level: "-1" })).toEqual({});
  });

  it("says at which pointer what is wrong", () => {
    const values = { prompt: "", seed: "1.5", noise_level: "2", window: "[" };
    expect(checkArgs(fields, values)).toEqual({
      "/args/prompt": "Fill in this field.",
      "/args/seed": "Enter a whole number.",
      "/args/noise_level": "Enter 1.5 or less.",
      "/args/window": "This is not valid JSON.",
    });
    expect(checkArgs(fields, { prompt: "long", seed: "-1" })).toEqual({
      "/args/prompt": "Use 3 characters or fewer.",
      "/args/seed": "Enter 0 or more.",
    });
    expect(checkArgs(fields, { prompt: "a" })).toEqual({
      "/args/prompt": "Use 2 characters or more.",
    });
  });
});

describe("argPointer", () => {
  it("escapes as RFC 6901 says", () => {
    expect(argPointer("a/b~c")).toBe("/args/a~1b~0c");
  });
});
