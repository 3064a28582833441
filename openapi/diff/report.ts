import type { Change, Verdict } from "./change.ts";

const order: readonly Verdict[] = ["breaking", "compatible", "docs"];

/** Tells changes in lines, the worst first: verdict, operations, place, words; then a sum. */
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

/** Whether clients of the old contract break. */
export function isBreaking(changes: readonly Change[]): boolean {
  return changes.some(({ verdict }) => verdict === "breaking");
}

/** One line for a change of a component, though many operations share it. */
function lineOf(changes: readonly Change[]): string {
  const [first] = changes;
  if (!first) return "";
  const operations = [...new Set(changes.map(({ operation }) => operation))];
  const more = operations.length > 1 ? ` (+${operations.length - 1})` : "";
  return `${first.verdict.padEnd(10)}  ${first.operation}${more}  ${first.at}  ${first.message}`;
}
