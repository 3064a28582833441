import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createSandbox, type Sandbox } from "@sinkove/mock-server";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);

let sandbox: Sandbox;
let ids: string[];
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
  ids = [await createDataset(), await createDataset()];
  sandbox.clock.advance("PT1H");
});
afterAll(() => sandbox[Symbol.asyncDispose]());

async function createDataset(): Promise<string> {
  const order = {
    modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
    numSamples: 2,
    args: { prompt: "Severe cardiomegaly" },
  };
  const response = await sandbox.fetch("/v1/datasets", {
    method: "POST",
    headers: { Authorization: `Bearer ${sandbox.apiKey}`, "Content-Type": "application/json" },
    body: JSON.stringify(order),
  });
  return (await response.json()).id;
}

async function output(command: string, file: string): Promise<string> {
  const { stdout } = await run(command, [file], {
    cwd: new URL("..", import.meta.url),
    env: {
      ...process.env,
      SINKOVE_API_URL: sandbox.baseUrl,
      SINKOVE_API_KEY: sandbox.apiKey,
    },
  });
  return stdout;
}

test("list-datasets.ts prints each dataset's id, prompt and state", async () => {
  expect(await output(process.execPath, "list-datasets.ts")).toBe(
    ids
      .toReversed()
      .map((id) => `${id} Severe cardiomegaly READY\n`)
      .join(""),
  );
});

test("list-datasets.sh prints the datasets as JSON", async () => {
  const datasets = JSON.parse(await output("bash", "list-datasets.sh"));
  expect(datasets.map(({ numSamples }: { numSamples: number }) => numSamples)).toEqual([2, 2]);
});
