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
import { MockError } from "./mock-error.ts";
import type { MockOptions } from "./mock-options.ts";
import { ownContract } from "./own-files.ts";
import { createExamples } from "./prism/examples.ts";
import { problemResponse } from "./problem.ts";
import { Worlds } from "./worlds/worlds.ts";

/** The API with its worlds, and the controls. */
export interface Mock {
  /** Never rejects. */
  readonly handle: MockHandler;
  /** Rejects only if a fault resets the connection, with a TypeError. */
  readonly fetch: FetchHandler;
  readonly worlds: Worlds;
  /** Replaces the contract. @throws if Prism cannot read the new one; the previous one stays in use then */
  readonly useContract: (document: object) => Promise<void>;
}

/** Creates the mock without a socket. */
export async function createMock(options: MockOptions = {}): Promise<Mock> {
  // Date.now is read at each call, so that worlds follow a test that replaces it with fake timers.
  const { first = {}, clock = () => Date.now(), maxWorlds = 2000, contract } = options;
  const { engine: name = contract ? "prism" : "fast" } = options;
  if (name === "fast" && contract) {
    throw new MockError(
      "The engine fast supports only the built-in contract. Remove the option engine or contract.",
    );
  }
  const worlds = await Worlds.open({
    ...{ first, baseClock: clock, most: maxWorlds, seed: options.firstSeed },
  });
  const examples = createExamples(contract);
  let engine = await engineOf(name, contract);
  const parts: ExchangeParts = {
    worlds,
    engine: () => engine,
    examples,
    override: options.override,
    sleep: options.sleep ?? sleepFor,
    monotonic: () => performance.now(),
  };
  const console = options.console ? await openConsole() : undefined;
  let health = createHealth(contract);
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

/** The handlers of paths that are not part of the API. */
interface ExtraHandlers {
  readonly console: Console | undefined;
  readonly health: Health;
}

async function answer(
  request: MockRequest,
  parts: ExchangeParts,
  { console, health }: ExtraHandlers,
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

/** Loads the console's modules only if they are used, to keep the start fast. */
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
  // An abort means that the client has disconnected, so there is nothing left to wait for.
  await setTimeout(milliseconds, undefined, signal ? { signal } : {}).catch(() => {});
}
