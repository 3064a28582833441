import type { Schema } from "../document.ts";
import { type Context, componentName, follow, type Location } from "./redocly.ts";

export interface ProblemCodes {
  /** The members of ErrorCode and its location. */
  readonly known: readonly unknown[];
  readonly location?: Location;
  /** The codes that one response is narrowed to; empty if it is not. */
  readonly declared: readonly unknown[];
}

/** Reads the error codes of a problem's schema: all codes of ErrorCode, and those that the response is narrowed to. */
export function problemCodes(schema: Schema | undefined, context: Context): ProblemCodes {
  const found = codeSchemas(schema, context, context.location.source.absoluteRef);
  const base = found.find(
    ({ location }) => location && componentName(location, "schemas") === "ErrorCode",
  );
  const declared = found.filter((member) => member !== base).flatMap(({ node }) => node.enum ?? []);
  return {
    known: base?.node.enum ?? [],
    declared,
    ...(base?.location && { location: base.location }),
  };
}

interface CodeSchema {
  readonly node: Schema;
  readonly location: Location | undefined;
}

function codeSchemas(
  written: Schema | undefined,
  context: Context,
  from: string,
  around: readonly unknown[] = [],
): CodeSchema[] {
  const { node, file } = follow<Schema>(context, written ?? {}, from);
  if (around.includes(node)) return [];
  const inherited = (node?.allOf ?? []).flatMap((member) =>
    codeSchemas(member, context, file, [...around, node]),
  );
  const own = node?.properties?.code;
  if (!own) return inherited;
  const code = follow<Schema>(context, own, file);
  return [...inherited, { node: code.node ?? {}, location: code.location }];
}
