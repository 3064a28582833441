import { setTimeout } from "node:timers/promises";
import { readTarget } from "@sinkove/api";
import { asFetch } from "./as-fetch.ts";
import type { Console } from "./console/console.ts";
import { readContract } from "./contract/contract-file.ts";
import { answerControl, isControlPath } from "./control/control.ts";
import type { Engine } from "./engines/engine.ts";
import { fastEngine } from "./engines/fast-engine.ts";
import type { ExchangeParts } from "./exchange/exchange.ts";
import { runExchange } from "./exchange/run-exchange.ts";
import type { FetchHandler } from "./fetch-handler.ts";
import { createHealth, type Health } from "./health.ts";
import type { MockHandler, MockRequest, MockResponse } from "./http.ts";
import type { MockOptions } from "./mock-options.ts";
import { ownContract } from "./own-files.ts";
import { createExamples } from "./prism/examples.ts";
import { problemResponse } from "./problem.ts";
import { Worlds } from "./worlds/worlds.ts";

/** The API in its worlds, and the controls of the sandbox. */
export interface Mock {
  /** Never rejects. */
  readonly handle: MockHandler;
  /** Rejects with a TypeError where a fault resets the connection, and never otherwise. */
  readonly fetch: FetchHandler;
  readonly worlds: Worlds;
  /** Judges by another contract from now on. @throws where Prism cannot read it */
  readonly useContract: (document: object) => Promise<void>;
}

/** Makes the mock without a socket. */
export async function createMock(options: MockOptions = {}): Promise<Mock> {
  const { first = {}, clock = Date.now, maxWorlds = 2000, engine: name = "fast" } = options;
  const worlds = await Worlds.open({
    ...{ first, baseClock: clock, most: maxWorlds, seed: options.firstSeed },
  });
  const examples = createExamples(options.contract);
  let engine = await engineOf(name, options.contract);
  const parts: ExchangeParts = {
    worlds,
    engine: () => engine,
    examples,
    override: options.override,
    sleep: options.sleep ?? sleepFor,
    monotonic: () => performance.now(),
  };
  const console = options.console ? await openConsole() : undefined;
  let health = createHealth(options.contract);
  const handle: MockHandler = (request) => answer(request, parts, { console, health });
  return {
    worlds,
    handle,
    fetch: asFetch(handle),
    async useContract(document) {
      const next = await engineOf(name, document);
      await examples.use(document);
      engine = next;
      health = createHealth(document);
    },
  };
}

/** What is answered beside the API. */
interface Beside {
  readonly console: Console | undefined;
  readonly health: Health;
}

async function answer(
  request: MockRequest,
  parts: ExchangeParts,
  { console, health }: Beside,
): Promise<MockResponse | undefined> {
  try {
    const target = readTarget(request.url);
    if (isControlPath(target.pathname)) {
      return await answerControl({ request, target }, parts.worlds);
    }
    const own =
      health(request.method, target.pathname) ??
      (await console?.({ request, target }, parts.worlds));
    if (own) return own;
    return await runExchange({ request, target }, parts);
  } catch (error) {
    const reason = error instanceof Error ? error.message : `${error}`;
    return problemResponse(request, "INTERNAL_ERROR", {
      status: 500,
      title: "The mock server failed",
      detail: `This is a defect of the mock server: ${reason}`,
    });
  }
}

/** Few want it: what it is made of is read for them only. */
async function openConsole(): Promise<Console> {
  const [{ createConsole }, { loadConsoleHost }] = await Promise.all([
    import("./console/console.ts"),
    import("./console/console-host.ts"),
  ]);
  return createConsole(await loadConsoleHost());
}

async function engineOf(name: Engine["name"], contract: object | undefined): Promise<Engine> {
  if (name === "fast") return fastEngine;
  const { createPrismEngine } = await import("./engines/prism-engine.ts");
  return createPrismEngine(contract ?? (await readContract(ownContract)));
}

async function sleepFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  // Whoever is gone is waited for no longer.
  await setTimeout(milliseconds, undefined, signal ? { signal } : {}).catch(() => {});
}
