import { canonical, isSame, isSentByClients, type Verdict } from "../change.ts";
import { annotations } from "./annotation-keywords.ts";
import type { Comparison, Schemas } from "./comparison.ts";
import { isRequest } from "./left-out.ts";
import { judgeRoleScopes } from "./role-scopes.ts";

interface Annotation {
  readonly value: unknown;
  readonly at: string;
}

/** Compares the annotations of schemas. */
export function compareAnnotations(old: Schemas, now: Schemas, comparison: Comparison): void {
  const [before, after] = [annotationsOf(old), annotationsOf(now)];
  for (const keyword of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(keyword), after.get(keyword)];
    if (isSame(was?.value, is?.value) || isForMembers(keyword, comparison)) continue;
    const at = is?.at ?? was?.at ?? "";
    const [verdict, message] = judge(keyword, { was: was?.value, is: is?.value, comparison });
    comparison.note(verdict, at, message);
  }
}

interface Values {
  readonly was: unknown;
  readonly is: unknown;
  readonly comparison: Comparison;
}

function judge(keyword: string, values: Values): readonly [Verdict, string] {
  if (keyword === "default") return judgeDefault(values);
  if (keyword === "deprecated") {
    return ["compatible", values.is ? "is deprecated" : "is no longer deprecated"];
  }
  if (keyword === "x-scopes") return judgeRoleScopes(values.was, values.is);
  if (keyword === "xml") return ["breaking", "is written differently in XML"];
  return ["docs", `the ${keyword} changed`];
}

/** Compares defaults. They only matter in what clients send, where they replace missing values. */
function judgeDefault({ was, is, comparison }: Values): readonly [Verdict, string] {
  const what = `the default was ${canonical(was) ?? "none"}, is ${canonical(is) ?? "none"}`;
  if (!isSentByClients(comparison.side)) return ["docs", what];
  return ["breaking", `${what}: requests without it can mean something else`];
}

/** Whether a keyword is compared with the members or alternatives that it affects. */
function isForMembers(keyword: string, { side }: Comparison): boolean {
  return keyword === (isRequest(side) ? "readOnly" : "writeOnly") || keyword === "discriminator";
}

/** The annotations of a schema. Those beside a `$ref` override those of its target. */
function annotationsOf(parts: Schemas): Map<string, Annotation> {
  const all = parts
    .toReversed()
    .flatMap(({ node, pointer }) =>
      Object.entries(node).map(([keyword, value]) => [keyword, { value, at: pointer }] as const),
    );
  return new Map(all.filter(([keyword]) => annotations.has(keyword) || keyword.startsWith("x-")));
}
