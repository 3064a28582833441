import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { requireNode } from "./require-node.ts";

test("the oldest Node is the one in package.json, and an older one is named", () => {
  const oldest = Number(manifest.engines.node.replace(">=", ""));
  requireNode();
  requireNode(`${oldest}.0.0`);
  expect(() => requireNode(`${oldest - 1}.9.0`)).toThrow(
    `needs Node ${oldest} or later in this process; this is ${oldest - 1}.9.0.`,
  );
});
