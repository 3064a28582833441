import { readTarget } from "@sinkove/api";
import { readContract } from "../contract/contract-file.ts";
import { findPath } from "../contract/find-path.ts";
import type { Examples } from "../exchange/exchange.ts";
import { ownContract } from "../own-files.ts";
import type { StatelessMock } from "./stateless.ts";

/** Examples of a contract that can be changed. */
export interface ChangingExamples extends Examples {
  readonly use: (document: object) => Promise<void>;
}

/**
 * Prism takes a second to load and a hundred megabytes: it is loaded with the first request that asks for it.
 *
 * @param contract default: the one that the package carries
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
    isAllThereIs: ({ url, method }, operationId) => {
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
