import { Validator } from "@cfworker/json-schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chestXrayModels, type GeneratorModel } from "./models.ts";
import { readArguments } from "./read-arguments.ts";

const [v2, v1] = chestXrayModels;

const accepts = (model: GeneratorModel | undefined, args: unknown): boolean =>
  new Validator(model?.argsSchema ?? false, "2020-12").validate(args).valid;

describe("chestXrayModels", () => {
  test("has the ids and slugs that the API knows", () => {
    expect(chestXrayModels.map(({ id, slug }) => [id, slug])).toEqual([
      ["01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "chest-xray-v2"],
      ["0192a3c4-5d10-7b21-9e3f-1a2b3c4d5e6f", "chest-xray-v1"],
    ]);
  });

  test("can be stored as JSON and read back", () => {
    expect(JSON.parse(JSON.stringify(chestXrayModels))).toEqual(chestXrayModels);
  });

  test("says in every card what the images are not for, and how a prompt is read", () => {
    for (const { modelCard, name } of chestXrayModels) {
      expect(modelCard).toContain(`# ${name}`);
      expect(modelCard).toContain("Not for clinical use");
      expect(modelCard).toContain("notUnderstood");
    }
  });
});

describe("an argsSchema", () => {
  test.each([
    [{ prompt: "" }],
    [{ prompt: " \n\u3000" }],
    [{ prompt: "x".repeat(1001) }],
    [{ prompt: 5 }],
    [{}],
    [{ prompt: "Normal", color: true }],
    [{ prompt: "Normal", seed: -1 }],
    [{ prompt: "Normal", seed: 4_294_967_296 }],
    [{ prompt: "Normal", seed: 1.5 }],
    [{ prompt: "Normal", view: "lateral" }],
    [{ prompt: "Normal", noise: 5 }],
  ])("refuses %j", (args) => {
    expect(accepts(v2, args)).toBe(false);
    expect(accepts(v1, args)).toBe(false);
  });

  test("of version 1 takes a prompt and nothing else", () => {
    expect(accepts(v1, { prompt: "x".repeat(1000) })).toBe(true);
    expect(accepts(v1, { prompt: "Normal", seed: 1 })).toBe(false);
  });

  test("lets through what the generator reads, and nothing else", () => {
    // Arguments are parsed from JSON, which has no NaN.
    const args = fc.record(
      {
        prompt: fc.oneof(
          fc.string({ unit: "binary", maxLength: 4 }),
          fc.constant("🫁".repeat(1000)),
          fc.constant("🫁".repeat(1001)),
        ),
        seed: fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.maxSafeInteger()),
        view: fc.constantFrom("pa", "ap", "PA", null),
        sex: fc.constantFrom("female", "male", "f", 1),
        noise: fc.oneof(fc.double({ min: -1, max: 6, noNaN: true }), fc.constant("1")),
      },
      { requiredKeys: ["prompt"] },
    );
    fc.assert(
      fc.property(args, (candidate) => {
        const read = () => readArguments(candidate);
        if (accepts(v2, candidate)) expect(read()).toMatchObject(candidate);
        else expect(read).toThrow(TypeError);
      }),
      { numRuns: 500 },
    );
  });
});
