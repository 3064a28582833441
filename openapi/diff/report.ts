import type { Change, Verdict } from "./change.ts";

const order: readonly Verdict[] = ["breaking", "compatible", "docs"];

/** Formats changes as lines, the worst first: verdict, operations, location, message. The last line has the counts. */
export function report(changes: readonly Change[]): string {
  const groups = Map.groupBy(changes, ({ verdict, at, message }) =>
    [verdict, at, message].join(" "),
  );
  const lines = [...groups.values()]
    .toSorted(
      ([a], [b]) => order.indexOf(a?.verdict ?? "docs") - order.indexOf(b?.verdict ?? "docs"),
    )
    .map(lineOf);
  const counts = order.map(
    (verdict) => `${lines.filter((line) => line.startsWith(verdict)).length} ${verdict}`,
  );
  return [...lines, `${counts.join(", ")}.`].join("\n");
}

/** Whether one of the changes breaks clients of the old contract. */
export function isBreaking(changes: readonly Change[]): boolean {
  return changes.some(({ verdict }) => verdict === "breaking");
}

/** Formats a change of a component as one line, even if many operations share it. */
function lineOf(changes: readonly Change[]): string {
  const [first] = changes;
  if (!first) return "";
  const operations = [...new Set(changes.map(({ operation }) => operation))];
  const more = operations.length > 1 ? ` (+${operations.length - 1})` : "";
  return `${first.verdict.padEnd(10)}  ${first.operation}${more}  ${first.at}  ${first.message}`;
}
