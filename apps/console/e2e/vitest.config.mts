import { defineConfig } from "vitest/config";

/** One browser for all files of a worker. Two cores are enough for two workers, or for one and a server with a database. */
const shared = {
  isolate: false,
  fileParallelism: false,
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 30_000 } },
};

const onMock = { ...shared, globalSetup: "e2e/mock-server.ts" };

/**
 * Three suites: pages over the mock server, trials that take long over it, and journeys of people over the real server
 * and its databases. `--project pages` chooses one.
 */
// biome-ignore lint/style/noDefaultExport: Vitest looks for it there
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...onMock,
          name: "pages",
          include: ["e2e/*.test.ts"],
          fileParallelism: true,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      // One group after the other, because they have different numbers of workers.
      {
        test: {
          ...onMock,
          name: "trials",
          include: ["e2e/trials/*.test.ts"],
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...shared,
          name: "journeys",
          include: ["e2e/journey/*.test.ts"],
          sequence: { groupOrder: 3 },
        },
      },
    ],
    // Beside the unit tests' report, so that neither replaces the other.
    reporters: ["default", ["junit", { outputFile: "test-results/e2e.xml" }]],
  },
});
