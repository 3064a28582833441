import { canonical, isSame } from "../change.ts";
import type { Comparison, Schemas } from "./comparison.ts";

interface Annotation {
  readonly value: unknown;
  readonly at: string;
}

const keywords = ["title", "description", "example", "examples", "deprecated", "default"];

/** Compares what schemas say of themselves; only a default changes what a request means. */
export function compareAnnotations(old: Schemas, now: Schemas, comparison: Comparison): void {
  const [before, after] = [annotationsOf(old), annotationsOf(now)];
  for (const keyword of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(keyword), after.get(keyword)];
    if (isSame(was?.value, is?.value)) continue;
    const at = is?.at ?? was?.at ?? "";
    if (keyword === "default") noteDefault(was?.value, is?.value, { at, comparison });
    else comparison.note("docs", at, `the ${keyword} changed`);
  }
}

function noteDefault(
  before: unknown,
  after: unknown,
  { at, comparison: { side, note } }: { at: string; comparison: Comparison },
): void {
  const what = `the default was ${canonical(before) ?? "none"}, is ${canonical(after) ?? "none"}`;
  if (side === "response") note("docs", at, what);
  else note("breaking", at, `${what}: requests that leave it out can mean something else`);
}

/** The nearest annotation counts: what stands beside a `$ref` comes before what is behind it. */
function annotationsOf(parts: Schemas): Map<string, Annotation> {
  const all = parts
    .toReversed()
    .flatMap(({ node, pointer }) =>
      Object.entries(node).map(([keyword, value]) => [keyword, { value, at: pointer }] as const),
    );
  return new Map(all.filter(([keyword]) => keywords.includes(keyword) || keyword.startsWith("x-")));
}
