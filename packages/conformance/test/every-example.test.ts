/**
 * Drives the TypeScript SDK for every operation, status and example of the contract: against `sinkove-mock --stateless`,
 * against `prism mock`, and through `prism proxy`, which judges what `sinkove-mock` answers.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Operation, operations } from "@sinkove/contract";
import { validateResponse } from "@sinkove/contract/validators";
import { Sinkove } from "@sinkove/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const require = createRequire(import.meta.url);
const contract = require("@sinkove/openapi/openapi.json");
const mockCli = require
  .resolve("@sinkove/mock-server")
  .replace(/dist\/index\.js$/, "bin/sinkove-mock.js");
const prismCli = join(import.meta.dirname, "../scripts/prism.ts");

interface Place {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** A program, and how to stop it. */
interface Running extends Place {
  readonly stop: () => void;
}

async function startMock(...args: string[]): Promise<Running> {
  const mock = spawn(process.execPath, [mockCli, "--json", "--port", "0", ...args]);
  const [line] = await once(createInterface({ input: mock.stdout }), "line");
  const { url, apiKey } = JSON.parse(line);
  return { baseUrl: url, apiKey, stop: () => mock.kill() };
}

/** Prism takes no port 0. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `${port}`;
}

async function startPrism(command: "mock" | "proxy", ...args: string[]): Promise<Running> {
  const port = await freePort();
  const prism = spawn(process.execPath, [prismCli, command, "--port", port, ...args]);
  await untilListening(prism);
  const apiKey = "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J";
  return { baseUrl: `http://127.0.0.1:${port}`, apiKey, stop: () => prism.kill() };
}

async function untilListening({ stdout, stderr }: ChildProcess): Promise<void> {
  let said = "";
  stderr?.on("data", (part) => {
    said += part;
  });
  if (!stdout) throw new Error("Prism has no output.");
  for await (const line of createInterface({ input: stdout })) {
    if (!line.includes("Prism is listening")) continue;
    // What it logs from here on is not read, and must not stop it.
    stdout.resume();
    return;
  }
  throw new Error(`Prism has ended: ${said}`);
}

async function startProxy(): Promise<Running> {
  const mock = await startMock("--rate-limit", "1000000");
  const proxy = await startPrism("proxy", "--upstream", mock.baseUrl);
  const stop = (): void => {
    proxy.stop();
    mock.stop();
  };
  return { ...proxy, apiKey: mock.apiKey, stop };
}

const TARGETS = [
  ["sinkove-mock --stateless", () => startMock("--stateless")],
  ["prism mock", () => startPrism("mock")],
  ["prism proxy", startProxy],
] as const;

const ARCHIVES: Readonly<Record<string, string>> = {
  "prism mock": "has no serializer for application/zip",
  "prism proxy": "corrupts ZIP archives (stoplightio/prism#1321)",
};

/** What a target cannot do. */
function reasonToLeaveOut(target: string, { operation, status }: Case): string | undefined {
  const isArchive = operation.id === "downloadFile" && status.startsWith("2");
  return isArchive ? ARCHIVES[target] : undefined;
}

/** The names of the examples that the contract gives for a response; undefined where it has none. */
function examplesOf(operation: Operation, status: string): (string | undefined)[] {
  const name = operation.responses[status] ?? "";
  const content = Object.values<{ examples?: object }>(
    contract.components.responses[name].content ?? {},
  )[0];
  const names = Object.keys(content?.examples ?? {});
  return names.length > 0 ? names : [undefined];
}

function bodyOf({ id, method, path }: Operation): unknown {
  const body = contract.paths[path][method.toLowerCase()].requestBody;
  if (!body) return undefined;
  const [reference] = Object.values<{ $ref: string }>(body.content["application/json"].examples);
  if (!reference) throw new Error(`${id} has no example of its body`);
  return contract.components.examples[reference.$ref.split("/").at(-1) ?? ""].value;
}

function pathParametersOf({ parameters }: Operation): Record<string, string> {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const id = "01939ae2-5d40-7a1f-9b2e-6f0c2d8e4a17";
  return Object.fromEntries(
    inPath.map(({ name }) => [name, name === "downloadToken" ? "v1.x" : id]),
  );
}

/** The SDK sends an API key; operations for people alone need a session too. */
function sessionFor({ schemes }: Operation): Record<string, string> {
  const isForPeople = schemes.length > 0 && !schemes.includes("apiKey");
  return isForPeople ? { Cookie: "sinkove_session=anyone" } : {};
}

async function call(place: Place, operation: Operation, prefer: string) {
  // A client each time: one that has seen a 429 holds its next requests back.
  const sinkove = new Sinkove({ baseUrl: place.baseUrl, apiKey: place.apiKey, maxRetries: 0 });
  const { data, error, response } = await sinkove.http.request(
    operation.method.toLowerCase() as "get",
    operation.path as "/me",
    {
      params: { path: pathParametersOf(operation) } as object,
      headers: { Prefer: prefer, Accept: "*/*", ...sessionFor(operation) },
      body: bodyOf(operation) as never,
      parseAs: "text",
    },
  );
  const isJson = response.headers.get("content-type")?.includes("json");
  const body = isJson ? (error ?? JSON.parse(String(data))) : undefined;
  return { status: response.status, headers: response.headers, body };
}

interface Case {
  readonly operation: Operation;
  readonly status: string;
  readonly example: string | undefined;
}

const cases: Case[] = Object.values<Operation>(operations).flatMap((operation) =>
  Object.keys(operation.responses).flatMap((status) =>
    examplesOf(operation, status).map((example) => ({ operation, status, example })),
  ),
);

/** `sinkove-mock` puts its own address and the request's path into an example. */
function withoutPlace(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  const { instance: _, ...others } = body as Record<string, unknown>;
  if (typeof others.URL === "string") others.URL = new URL(others.URL).pathname;
  return others;
}

test("there is a case for each declared response", () => {
  const declared = Object.values<Operation>(operations).map(
    ({ responses }) => Object.keys(responses).length,
  );
  expect(cases.length).toBeGreaterThanOrEqual(declared.reduce((sum, count) => sum + count));
});

describe.each(TARGETS)("the TypeScript SDK with %s", (target, start) => {
  const driven = cases.filter((each) => reasonToLeaveOut(target, each) === undefined);
  let running: Running;
  beforeAll(async () => {
    running = await start();
    console.log(`${target}: ${driven.length} of ${cases.length} cases`);
  });
  afterAll(() => running.stop());

  test.each(driven)(
    "$operation.id answers $status $example as the contract says",
    async ({ operation, status, example }) => {
      const prefer = example ? `code=${status}, example=${example}` : `code=${status}`;
      const response = await call(running, operation, prefer);
      expect(response.status, JSON.stringify(response.body)).toBe(Number(status));
      expect(validateResponse(operation.id, response)).toEqual([]);
      if (!example) return;
      const { value } = contract.components.examples[example];
      expect(withoutPlace(response.body)).toEqual(withoutPlace(value));
    },
  );
});
