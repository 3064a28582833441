import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { BETTER_AUTH_VERSION } from "./migrate.ts";

test("names the version of better-auth that is installed", () => {
  const main = createRequire(import.meta.url).resolve("better-auth");
  const manifest = join(dirname(main), "..", "package.json");
  expect(JSON.parse(readFileSync(manifest, "utf8")).version).toBe(BETTER_AUTH_VERSION);
});
