import { expect, test } from "vitest";
import { readExample } from "../plugins/examples/example-files.ts";

test("an example has a source in each language", () => {
  expect(Object.keys(readExample("list-datasets"))).toEqual(["ts", "sh", "py"]);
});

test("an example without a file is rejected with the file's name", () => {
  expect(() => readExample("no-such-example")).toThrow("examples/no-such-example.ts");
});
