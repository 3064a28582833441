import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The origin of the mock server that serves the console. */
    origin: string;
  }
}

/** The mock server, which contains the built console. Started by its path, because a dependency would be circular. */
const MOCK = fileURLToPath(
  new URL("../../../packages/mock-server/bin/sinkove-mock.js", import.meta.url),
);

/** Starts a mock server for all tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [MOCK, "--console", "--json", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const { url } = JSON.parse(line);
  project.provide("origin", url);
  return async () => {
    const broken = await (await fetch(`${url}/_sandbox/violations`)).json();
    child.kill();
    await once(child, "exit");
    if (broken.length > 0) throw new Error(JSON.stringify(broken, null, 2));
  };
}
