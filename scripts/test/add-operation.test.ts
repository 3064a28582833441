import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyRepository } from "../copy-repository.ts";
import { changed, stepsOf, take } from "./walk.ts";

const page = readFileSync(new URL("../../CONTRIBUTING.md", import.meta.url), "utf8");
const [, section = ""] = /^## Add an operation$([\s\S]*?)^## /m.exec(page) ?? [];
const steps = stepsOf(section);

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "sinkove-add-operation-"));
  copyRepository(copy);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("CONTRIBUTING.md says how to add an operation, and each step has the described result", () => {
  expect(steps.length).toBeGreaterThan(10);
  for (const step of steps) expect(take(step, copy).join("\n")).toBe("");
  const read = (file: string): string => readFileSync(join(copy, file), "utf8");
  expect(read("packages/sdk/src/generated/models.ts")).toContain("delete(modelId: string");
  const python = read("packages/sdk-python/src/sinkove/generated/async_resources/models.py");
  expect(python).toContain("operations.delete_model(model_id)");
}, 600_000);

test("it changes the number of files that the page says, none of them in the SDKs", () => {
  const files = new Set(steps.flatMap((step) => (step.kind === "change" ? step.file : [])));
  expect(section).toContain("Seven files are written by hand: three of the\ncontract");
  expect([...files].filter((file) => file.startsWith("openapi/"))).toHaveLength(3);
  expect([...files].filter((file) => file.startsWith("packages/api/"))).toHaveLength(4);
  expect(files.size).toBe(7);
});

test("a mistake in the contract fails the check of generated files, and leaves them as they are", () => {
  const generated = "packages/sdk/src/generated/models.ts";
  const text = readFileSync(join(copy, generated), "utf8");
  appendFileSync(join(copy, "openapi/components/schemas/Model.yaml"), "[");
  const { status, stderr } = spawnSync(process.execPath, ["scripts/check-generated.ts"], {
    cwd: copy,
    encoding: "utf8",
  });
  expect(stderr).toContain("generating openapi failed. Nothing was compared or changed.");
  expect(status).toBe(1);
  expect(readFileSync(join(copy, generated), "utf8")).toBe(text);
});

test("a change of a text that occurs twice, or not at all, is rejected", () => {
  expect(changed("a\nb\nc\n", " a\n-b\n+d\n c\n")).toBe("a\nd\nc\n");
  expect(() => changed("a\na\n", " a\n+b\n")).toThrow("in 2 places");
  expect(() => changed("a\n", " b\n+c\n")).toThrow("in 0 places");
});
