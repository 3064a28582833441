import { readFileSync } from "node:fs";
import path from "node:path";
import mockServer from "@sinkove/mock-server/package.json" with { type: "json" };
import sdk from "@sinkove/sdk/package.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { installable, wheel } from "../plugins/packages/installable.ts";
import { isPublished } from "../publication.ts";
import record from "./registries.json" with { type: "json" };

const site = path.join(import.meta.dirname, "../build");
const [, wheelVersion = ""] = path.basename(wheel).split("-");

/** The versions that these pages describe. */
const described: Readonly<Record<keyof typeof record.versions, string>> = {
  "@sinkove/mock-server": mockServer.version,
  "@sinkove/sdk": sdk.version,
  "sinkove-sdk": wheelVersion,
};

test("isPublished says what the registries answered", () => {
  const versions: Readonly<Record<string, readonly string[]>> = record.versions;
  const isThere = Object.entries(described).map(([name, version]) =>
    versions[name]?.includes(version),
  );
  expect(isThere).toEqual(isThere.map(() => isPublished));
});

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

  test("no page tells to install a package by its name", () => {
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
