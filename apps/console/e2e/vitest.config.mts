import { defineConfig } from "vitest/config";

/**
 * The files of a worker share one browser. Two cores are enough for two workers, or for one worker and a server with a
 * database.
 */
const shared = {
  isolate: false,
  fileParallelism: false,
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 30_000 } },
};

const onMock = { ...shared, globalSetup: "e2e/mock-server.ts" };

/**
 * Three suites: `pages` with the mock server, `trials` with it that take longer, and `journeys` with the real server
 * and its databases. `--project pages` selects one.
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
      // The groups run one after the other, because they have different numbers of workers.
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
    // In a separate file, so that it does not replace the report of the unit tests.
    reporters: ["default", ["junit", { outputFile: "test-results/e2e.xml" }]],
  },
});
