import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseApiKey } from "@sinkove/api-key";
import { Ajv } from "ajv";
import { createClock } from "../clock.ts";
import { addDuration } from "../duration.ts";
import { readFaultRule } from "../faults/read-fault-rule.ts";
import { MockError } from "../mock-error.ts";
import { parseJson } from "../parse-json.ts";
import schema from "./seed.schema.json" with { type: "json" };
import type { WorldSeed } from "./world-seed.ts";

/**
 * Reads a seed file.
 *
 * @throws {MockError} if the file cannot be read or is invalid; the message has the first invalid place
 */
export async function readSeedFile(file: string | URL): Promise<WorldSeed> {
  const name = file instanceof URL ? fileURLToPath(file) : file;
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new MockError(`cannot read the seed file ${name} (${cause.code}).`);
  });
  const seed = parse(text, name);
  try {
    requireValid(seed);
    return seed;
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    throw new MockError(`the seed file ${name} is not valid: ${error.message}`);
  }
}

function parse(text: string, name: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new MockError(`the seed file ${name} is not JSON: ${(error as Error).message}.`);
  }
}

/** Validates a seed by its schema, then checks the rules that a schema cannot express. */
function requireValid(seed: unknown): asserts seed is WorldSeed {
  const ajv = new Ajv();
  if (!ajv.validate<WorldSeed>(schema, seed)) {
    const [error] = ajv.errors ?? [];
    const unknownField = error?.params.additionalProperty;
    const what = unknownField === undefined ? "" : `: ${JSON.stringify(unknownField)}`;
    throw new MockError(`${error?.instancePath || "/"} ${error?.message}${what}.`);
  }
  const { organizations = [{ name: DEFAULT_ORGANIZATION }], apiKeys = [], datasets = [] } = seed;
  const names = organizations.map(({ name }) => name);
  apiKeys.forEach((apiKey, index) => {
    requireSandboxKey(apiKey.secret, `/apiKeys/${index}/secret`);
    for (const each of apiKey.organizations ?? []) {
      requireKnown(each, { names, at: `/apiKeys/${index}/organizations` });
    }
  });
  datasets.forEach(({ organization = names[0] ?? "", age = "PT0S" }, index) => {
    requireKnown(organization, { names, at: `/datasets/${index}/organization` });
    at(`/datasets/${index}/age`, () => addDuration(0, age));
  });
  const { clock } = seed;
  if (clock?.set !== undefined) at("/clock/set", () => createClock(() => 0).set(clock.set ?? ""));
  seed.faults?.forEach((rule, index) => {
    at(`/faults/${index}`, () => readFaultRule(rule));
  });
}

/** The name of the only organization if the seed has none. */
const DEFAULT_ORGANIZATION = "Radiology";

function requireSandboxKey(secret: string, place: string): void {
  if (parseApiKey(secret)?.environment === "test") return;
  throw new MockError(
    `${place} is not a sandbox key. Use one that a mock server issued: POST /v1/api-keys.`,
  );
}

interface Known {
  readonly names: readonly string[];
  readonly at: string;
}

function requireKnown(name: string, { names, at: place }: Known): void {
  if (names.includes(name)) return;
  throw new MockError(`${place}: there is no organization ${JSON.stringify(name)}.`);
}

/** Adds the place to the message of an error. */
function at(place: string, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    throw new MockError(`${place}: ${error.message}`);
  }
}
