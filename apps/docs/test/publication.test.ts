import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { installable, wheel } from "../plugins/packages/installable.ts";
import { isPublished } from "../publication.ts";
import record from "./registries.json" with { type: "json" };

const site = path.join(import.meta.dirname, "../build");
/** The packages whose installation the pages describe. */
const names: readonly (keyof typeof record.versions)[] = [
  "@sinkove/mock-server",
  "@sinkove/sdk",
  "sinkove-sdk",
];

// A new version is not in the registries before its release, but earlier versions are, which is sufficient.
test("isPublished matches the responses of the registries", () => {
  const versions: Readonly<Record<string, readonly string[]>> = record.versions;
  const isThere = names.map((name) =>
    versions[name]?.some((version) => !isOfEarlierClient(name, version)),
  );
  expect(isThere).toEqual(isThere.map(() => isPublished));
});

/** Whether a version is of Sinkove's earlier Python client, which has the same name. */
function isOfEarlierClient(name: string, version: string): boolean {
  return name === "sinkove-sdk" && version.startsWith("0.1.");
}

describe.runIf(!isPublished)("until the packages are published,", () => {
  test.each([
    ["npm install @sinkove/sdk", "npm install https://docs.test/packages/sinkove-sdk.tgz"],
    [
      "npx @sinkove/mock-server --port 0",
      "npx https://docs.test/packages/sinkove-mock-server.tgz --port 0",
    ],
    ["pip install sinkove-sdk", `pip install https://docs.test/packages/${path.basename(wheel)}`],
  ])("%s becomes %s", (command, expected) => {
    expect(installable(command, "https://docs.test")).toBe(expected);
  });

  test("no page installs a package by its name", () => {
    const pages = ["get-started", "sdk/python", "guides/testing", "mock-server"];
    for (const page of pages) {
      const text = readFileSync(path.join(site, `${page}.md`), "utf8");
      expect(text).toMatch(
        /(npm install|npx|pip install).* https:\/\/docs\.sinkove\.com\/packages\//,
      );
      expect(text).not.toMatch(/(npm install|npx|pip install).* (@sinkove\/|sinkove-sdk)/);
    }
  });
});
