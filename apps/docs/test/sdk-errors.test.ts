import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as sdk from "@sinkove/sdk";
import * as webhooks from "@sinkove/sdk/webhooks";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const guide = readFileSync(`${root}/apps/docs/docs/guides/errors-and-retries.mdx`, "utf8");
const [, section = ""] = guide.split("{/* #sdk-errors */}");
const rows = section.split("\n").filter((line) => line.startsWith("| "));

test("the guide lists the errors of the TypeScript SDK that are not responses of the API", () => {
  const errors = Object.entries({ ...sdk, ...webhooks })
    .filter(([name]) => /^(?!Sinkove|API)\w+Error$/.test(name))
    .filter(([, value]) => !(Object(value).prototype instanceof sdk.APIError))
    .map(([name]) => name);
  expect(namesInColumn(1)).toEqual(errors.toSorted());
});

test("the guide lists the errors of the Python SDK that are not responses of the API", () => {
  const source = ["exceptions.py", "webhooks.py"]
    .map((file) => readFileSync(`${root}/packages/sdk-python/src/sinkove/${file}`, "utf8"))
    .join("\n");
  const errors = [...source.matchAll(/^class (\w+)\((\w*Error\b.*)\):$/gm)]
    .filter(([, name, bases]) => !/APIError/.test(`${name} ${bases}`) && name !== "AuthError")
    .map(([, name]) => name);
  expect(namesInColumn(2)).toEqual(errors.toSorted());
});

function namesInColumn(column: number): string[] {
  const cells = rows.map((row) => row.split("|")[column] ?? "");
  return cells.flatMap((cell) => cell.match(/\w+Error\b/g) ?? []).toSorted();
}
