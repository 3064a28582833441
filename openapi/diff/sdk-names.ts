import type { Operation } from "../document.ts";
import { sdkNameOf } from "../sdk-names.ts";
import type { Note } from "./change.ts";
import type { LocatedOperation } from "./operations.ts";

/** Compares names in the SDKs: renaming or removing a method breaks programs that call it. */
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
    // Nobody calls a method that has no name.
    return undefined;
  }
}
