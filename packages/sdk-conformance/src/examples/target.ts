import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A program that responds with the contract's examples. */
export interface Target {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly stop: () => void;
}

/** How to start each target. */
export const TARGETS = {
  "sinkove-mock": () => startMock("--stateless"),
  "prism mock": () => startPrism("mock"),
  "prism proxy": startProxy,
} as const satisfies Readonly<Record<string, () => Promise<Target>>>;

/** `sinkove-mock` means `sinkove-mock --stateless`. `prism proxy` validates the responses of `sinkove-mock`. */
export type TargetName = keyof typeof TARGETS;

const mockCli = fileURLToPath(
  new URL("../bin/sinkove-mock.js", import.meta.resolve("@sinkove/mock-server")),
);
const prismCli = join(import.meta.dirname, "../../scripts/prism.ts");
const API_KEY = "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J";

async function startMock(...args: string[]): Promise<Target> {
  const mock = spawn(process.execPath, [mockCli, "--json", "--port", "0", ...args]);
  const [line] = await once(createInterface({ input: mock.stdout }), "line");
  const { url, apiKey } = JSON.parse(line);
  return { baseUrl: url, apiKey, stop: () => mock.kill() };
}

async function startPrism(command: "mock" | "proxy", ...args: string[]): Promise<Target> {
  const port = await freePort();
  const prism = spawn(process.execPath, [prismCli, command, "--port", port, ...args]);
  await untilListening(prism);
  return { baseUrl: `http://127.0.0.1:${port}`, apiKey: API_KEY, stop: () => prism.kill() };
}

async function startProxy(): Promise<Target> {
  const mock = await startMock("--rate-limit", "1000000");
  const proxy = await startPrism("proxy", "--upstream", mock.baseUrl);
  const stop = (): void => {
    proxy.stop();
    mock.stop();
  };
  return { ...proxy, apiKey: mock.apiKey, stop };
}

/** Finds a free port, because Prism does not accept port 0. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `${port}`;
}

async function untilListening({ stdout, stderr }: ChildProcess): Promise<void> {
  let errors = "";
  stderr?.on("data", (part) => {
    errors += part;
  });
  if (!stdout) throw new Error("Prism has no output.");
  for await (const line of createInterface({ input: stdout })) {
    if (!line.includes("Prism is listening")) continue;
    // Discard the rest of the log, which would block Prism otherwise.
    stdout.resume();
    return;
  }
  throw new Error(`Prism has ended: ${errors}`);
}
