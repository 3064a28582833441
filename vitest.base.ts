import { defineConfig } from "vitest/config";

/** The Vitest set-up that every package shares: facts on the terminal, a JUnit file to count from. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    // A guard against a hang, not a measure of speed: machines differ, and run several suites at once.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", ["junit", { outputFile: "test-results/vitest.xml" }]],
  },
});
