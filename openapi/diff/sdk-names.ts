import type { Operation } from "../document.ts";
import { sdkNameOf } from "../sdk-names.ts";
import type { Note } from "./change.ts";
import type { LocatedOperation } from "./operations.ts";

/** Programs call the methods of the SDKs: one that has another name, or none any more, breaks them. */
export function compareSdkNames(old: LocatedOperation, now: LocatedOperation, note: Note): void {
  const [before, after] = [methodOf(old.node), methodOf(now.node)];
  if (before === after || before === undefined) return;
  const is = after === undefined ? "is gone" : `is now called ${after}`;
  note("breaking", now.pointer, `the SDKs' method ${before} ${is}`);
}

function methodOf(operation: Operation): string | undefined {
  try {
    const name = sdkNameOf(operation);
    return name && [name.resource, name.method].filter(Boolean).join(".");
  } catch {
    // It had no name: nobody calls it by one.
    return undefined;
  }
}
