import type { Machine } from "../kill/kill-under-load.ts";
import { Disk } from "./disk.ts";
import type { Random } from "./file.ts";
import { writeTree } from "./folder.ts";
import type { Operation } from "./operation.ts";
import { Recorder } from "./recorder.ts";

export { whyNotTracing } from "./strace.ts";

/**
 * A machine on which a kill is also a loss of power, at any moment since the server started: everything after that
 * moment has not happened. The disk keeps what was durable, and some of the rest.
 */
export interface FailingMachine extends Machine {
  /** Removes the traces. */
  readonly dispose: () => void;
}

/** Creates a machine that keeps its files in a folder, and fails at random. */
export function createFailingMachine(folder: string, random: Random): FailingMachine {
  const recorder = new Recorder(folder);
  /** The request ids of all responses before a failure. */
  const receipts = new Set<string>();
  return {
    start: (options) => recorder.start(options),
    afterKill(ledger) {
      const { before, operations } = recorder.read();
      // The key of the first start is known with the first response. Later starts may fail anywhere.
      const earliest = before.size === 0 ? operations.findIndex(isAnswer) + 1 : 0;
      const moment = earliest + Math.floor(random() * (operations.length - earliest + 1));
      const done = operations.slice(0, moment);
      for (const { receipt } of done.filter(isAnswer)) receipts.add(receipt);
      ledger.keepOnly(receipts);
      writeTree(folder, new Disk(before, done).afterLoss(random));
    },
    dispose: () => recorder.dispose(),
  };
}

type Answered = Extract<Operation, { readonly kind: "answer" }>;

function isAnswer(operation: Operation): operation is Answered {
  return operation.kind === "answer";
}
