import { defineConfig } from "vitest/config";

/** Beside the unit tests' report, so that neither replaces the other. */
// biome-ignore lint/style/noDefaultExport: Vitest looks for it there
export default defineConfig({
  test: {
    include: ["e2e/**/*.test.ts"],
    globalSetup: "e2e/mock-server.ts",
    // One browser for all, and one page at a time: two cores are enough for it and the mock server.
    isolate: false,
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", ["junit", { outputFile: "test-results/e2e.xml" }]],
  },
});
