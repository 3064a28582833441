import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { contract, folder } from "./contract.ts";

const sections = ["examples", "headers", "parameters", "responses", "schemas"];

describe("the files of the contract", () => {
  test.each(sections)(
    "components/%s has a file for each component, and none besides",
    (section) => {
      const files = readdirSync(join(folder, "components", section));
      const names = Object.keys(contract.components?.[section] ?? {}).map((name) => `${name}.yaml`);
      expect(files.sort()).toEqual(names.sort());
    },
  );

  test("paths/ has a file for each path, and none besides", () => {
    const entries = readdirSync(join(folder, "paths"), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, basename(entry.name, ".yaml")))
      .map((file) => file.slice(join(folder, "paths").length));
    const paths = Object.keys(contract.paths ?? {}).map((path) => path.replaceAll(/[{}]/g, ""));
    expect(files.sort()).toEqual(paths.sort());
  });
});
