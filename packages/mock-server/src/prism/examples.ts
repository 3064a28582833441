import { readTarget } from "@sinkove/api";
import { readContract } from "../contract/contract-file.ts";
import { findPath } from "../contract/find-path.ts";
import type { Examples } from "../exchange/exchange.ts";
import { ownContract } from "../own-files.ts";
import type { StatelessMock } from "./stateless.ts";

/** Examples whose contract can be replaced. */
export interface ChangingExamples extends Examples {
  readonly use: (document: object) => Promise<void>;
}

/**
 * Answers requests with Prism. Loads Prism on the first request that needs it, because that is slow and takes a lot of
 * memory.
 *
 * @param contract default: the contract in this package
 */
export function createExamples(contract: object | undefined): ChangingExamples {
  let given = contract;
  let loaded: Promise<StatelessMock> | undefined;
  const load = async (): Promise<StatelessMock> => {
    const { createStatelessMock } = await import("./stateless.ts");
    return createStatelessMock(given ?? (await readContract(ownContract)));
  };
  return {
    answer: async (request) => {
      loaded ??= load();
      return (await loaded)(request);
    },
    isOnlySource: ({ url, method }, operationId) => {
      if (given === undefined) return false;
      const declared = findPath(given, readTarget(url).pathname)?.operation(method);
      return operationId === undefined
        ? declared !== undefined
        : declared?.operationId !== operationId;
    },
    use: async (document) => {
      const { createStatelessMock } = await import("./stateless.ts");
      loaded = Promise.resolve(await createStatelessMock(document));
      given = document;
    },
  };
}
