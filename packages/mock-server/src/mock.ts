import { setTimeout } from "node:timers/promises";
import { readContract } from "./contract/contract-file.ts";
import { answerControl, isControlPath } from "./control/control.ts";
import type { Engine } from "./engines/engine.ts";
import { fastEngine } from "./engines/fast-engine.ts";
import { ConnectionResetError } from "./exchange/connection-reset-error.ts";
import type { ExchangeParts } from "./exchange/exchange.ts";
import { runExchange } from "./exchange/run-exchange.ts";
import type { FetchHandler } from "./fetch-handler.ts";
import type { MockOptions } from "./mock-options.ts";
import { ownContract } from "./own-contract.ts";
import { createExamples } from "./prism/examples.ts";
import { problemResponse } from "./problem.ts";
import { Worlds } from "./worlds/worlds.ts";

/** The API in its worlds, and the controls of the sandbox. */
export interface Mock {
  /** Rejects with a TypeError where a fault resets the connection, and never otherwise. */
  readonly fetch: FetchHandler;
  readonly worlds: Worlds;
  /** Judges by another contract from now on. @throws where Prism cannot read it */
  readonly useContract: (document: object) => Promise<void>;
}

/** Makes the mock without a socket. */
export async function createMock(options: MockOptions = {}): Promise<Mock> {
  const { first = {}, clock = Date.now, maxWorlds = 2000, engine: name = "fast" } = options;
  const worlds = await Worlds.open({ first, baseClock: clock, most: maxWorlds });
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
  return {
    worlds,
    fetch: (request) => answer(request, parts),
    async useContract(document) {
      const next = await engineOf(name, document);
      await examples.use(document);
      engine = next;
    },
  };
}

async function answer(request: Request, parts: ExchangeParts): Promise<Response> {
  try {
    if (isControlPath(new URL(request.url).pathname)) {
      return await answerControl(request, parts.worlds);
    }
    return await runExchange(request, parts);
  } catch (error) {
    if (error instanceof ConnectionResetError) throw error;
    const reason = error instanceof Error ? error.message : `${error}`;
    return problemResponse(request, "INTERNAL_ERROR", {
      status: 500,
      title: "The mock server failed",
      detail: `This is a defect of the mock server: ${reason}`,
    });
  }
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
