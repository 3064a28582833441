import { execFile } from "node:child_process";
import { promisify } from "node:util";
import {
  createStatelessMock,
  type Listening,
  listen,
  ownContract,
  readContract,
} from "@sinkove/mock-server";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);

let server: Listening;
beforeAll(async () => {
  const fetch = await createStatelessMock(await readContract(ownContract));
  server = await listen(fetch, { port: 0, host: "127.0.0.1" });
});
afterAll(() => server.close());

async function output(command: string, file: string): Promise<string> {
  const { stdout } = await run(command, [file], {
    cwd: new URL("..", import.meta.url),
    env: {
      ...process.env,
      SINKOVE_API_URL: server.origin,
      SINKOVE_API_KEY: "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J",
    },
  });
  return stdout;
}

test("list-datasets.ts prints each dataset's id, prompt and state", async () => {
  expect(await output(process.execPath, "list-datasets.ts")).toBe(
    "01939ae2-5f00-7c31-9d40-8b2e4fa06c39 Severe cardiomegaly STARTED\n" +
      "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17 Severe cardiomegaly READY\n",
  );
});

test("list-datasets.sh prints the datasets as JSON", async () => {
  const datasets = JSON.parse(await output("bash", "list-datasets.sh"));
  expect(datasets.map(({ numSamples }: { numSamples: number }) => numSamples)).toEqual([50, 50]);
});
