import { expect, it } from "vitest";
import { datasetTitle } from "./dataset-title.ts";

const id = "01939ad0-7b11-7c55-b1a2-3c4d5e6f7a8b";

it("calls a dataset by its prompt, cut short between characters", () => {
  expect(datasetTitle({ id, args: { prompt: " Small effusion " } })).toBe("Small effusion");
  expect(datasetTitle({ id, args: { prompt: "🫁".repeat(81) } })).toBe(`${"🫁".repeat(79)}…`);
});

it("calls a dataset without a prompt by its id", () => {
  expect(datasetTitle({ id, args: { prompt: 7 } })).toBe("Dataset 01939ad0");
});
