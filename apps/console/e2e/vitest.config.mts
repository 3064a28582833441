import { defineConfig } from "vitest/config";

/** One browser for all, and one file at a time: two cores are enough for it and a server. */
const shared = {
  isolate: false,
  fileParallelism: false,
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 30_000 } },
};

/**
 * Two suites: pages over the mock server, and journeys of people over the real server and its databases.
 * `--project pages` and `--project journeys` choose one.
 */
// biome-ignore lint/style/noDefaultExport: Vitest looks for it there
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "pages",
          include: ["e2e/*.test.ts"],
          globalSetup: "e2e/mock-server.ts",
        },
      },
      { test: { ...shared, name: "journeys", include: ["e2e/journey/*.test.ts"] } },
    ],
    // Beside the unit tests' report, so that neither replaces the other.
    reporters: ["default", ["junit", { outputFile: "test-results/e2e.xml" }]],
  },
});
