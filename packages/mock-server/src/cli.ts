#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { readArguments, usage } from "./arguments.ts";
import { ownContract, readContract } from "./contract-file.ts";
import { type Listening, listen } from "./listen.ts";
import { MockError } from "./mock-error.ts";
import { createStatelessMock } from "./stateless.ts";

/** A sandbox key that is as good as any: without state, a key only has to be there. */
const exampleKey = "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J";

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof MockError)) throw error;
  console.error(`sinkove-mock: ${error.message}`);
  process.exitCode = 1;
}

async function run(args: string[]): Promise<void> {
  const options = readArguments(args);
  if (options.help) return console.log(usage);
  if (options.version) return console.log(await version());
  const fetch = await createStatelessMock(await readContract(options.contract ?? ownContract));
  const server = await listen(fetch, options);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close());
  console.log(options.json ? JSON.stringify(facts(server)) : greeting(server));
}

async function version(): Promise<string> {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return JSON.parse(text).version;
}

function facts({ origin }: Listening) {
  return { origin, baseUrl: `${origin}/v1`, apiKey: exampleKey };
}

function greeting(server: Listening): string {
  const { origin, baseUrl, apiKey } = facts(server);
  return `The Sinkove API's mock answers at ${baseUrl} (from examples, nothing is remembered). Try it:

  export SINKOVE_API_URL=${origin}
  export SINKOVE_API_KEY=${apiKey}
  curl -X GET "$SINKOVE_API_URL/datasets" -H "Authorization: Bearer $SINKOVE_API_KEY" -H "Content-Type: application/json"

Choose an answer with a header, such as -H "Prefer: code=429". Ctrl-C stops it.`;
}
