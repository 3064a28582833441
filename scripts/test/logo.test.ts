import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("the console and the documentation have the same logo", () => {
  expect(read("apps/console/public/icon.svg")).toBe(read("apps/docs/static/img/mark.svg"));
});
