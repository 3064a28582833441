import type { Machine } from "../kill/kill-under-load.ts";
import { Disk } from "./disk.ts";
import type { Random } from "./file.ts";
import { writeTree } from "./folder.ts";
import type { Operation } from "./operation.ts";
import { Recorder } from "./recorder.ts";

export { whyNotTracing } from "./strace.ts";

/**
 * A machine of which a kill takes the power too: not at that moment, but at any one since the server was started, so
 * that all that came later has not happened. Its disk is left with what was durable, and with some of the rest.
 */
export interface FailingMachine extends Machine {
  /** Removes what was recorded. */
  readonly dispose: () => void;
}

/** Makes a machine that keeps its files in a folder, and fails by chance. */
export function createFailingMachine(folder: string, random: Random): FailingMachine {
  const recorder = new Recorder(folder);
  /** Of all answers that came before a failure. */
  const receipts = new Set<string>();
  return {
    start: (options) => recorder.start(options),
    afterKill(ledger) {
      const { before, operations } = recorder.read();
      // The key of the first start is known with the first answer. Later starts may fail anywhere.
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
