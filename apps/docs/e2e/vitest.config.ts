import { mergeConfig } from "vitest/config";
import base from "../../../vitest.base.ts";

/** Beside the unit tests' report, so that neither replaces the other. */
export default mergeConfig(base, {
  test: {
    include: ["e2e/**/*.test.ts"],
    // One browser and one Python for all pages: what one page loads, the next has.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ["default", ["junit", { outputFile: "test-results/e2e.xml" }]],
  },
});
