import { bodyAndQuery, pythonArguments, type SdkArguments } from "../sdk-arguments.ts";
import { sdkNameOf, unscopedFormOf } from "../sdk-names.ts";
import { isSame, type Note } from "./change.ts";
import { follow, membersOf } from "./located.ts";
import { type LocatedOperation, requestBodyOf } from "./operations.ts";
import { parametersOf } from "./parameters.ts";

/** Compares methods of the SDKs: another name or another order of the arguments breaks programs that call them. */
export function compareSdkMethods(old: LocatedOperation, now: LocatedOperation, note: Note): void {
  const [before, after] = [methodOf(old), methodOf(now)];
  if (before === after) {
    // The arguments of a scoped form are those of the operation that it is a form of.
    if (before !== undefined && !unscopedFormOf(now.document, now)) compareOrder(old, now, note);
  } else if (before === undefined) {
    note("compatible", now.pointer, `the SDKs' method ${after} is new`);
  } else {
    const is = after === undefined ? "is gone" : `is now called ${after}`;
    note("breaking", now.pointer, `the SDKs' method ${before} ${is}`);
  }
}

/** The name of a method, such as `datasets.list`, or `organizations.datasets.list` for its scoped form. */
function methodOf(operation: LocatedOperation): string | undefined {
  try {
    const unscoped = unscopedFormOf(operation.document, operation);
    const name = sdkNameOf(unscoped ?? operation.node);
    const parent = unscoped && operation.template.split("/")[1];
    return name && [parent, name.resource, name.method].filter(Boolean).join(".");
  } catch {
    // Nobody calls a method that has no name.
    return undefined;
  }
}

/** Compares the order of arguments. Other comparisons report those that are new and required, or gone. */
function compareOrder(old: LocatedOperation, now: LocatedOperation, note: Note): void {
  const [before, after] = [argumentsOf(old), argumentsOf(now)];
  const [parts, nowParts] = [bodyAndQuery(before), bodyAndQuery(after)];
  if (!isSame(kept(parts, nowParts), nowParts)) {
    const what = `arguments in TypeScript were ${listOf([...parts, "options"])}`;
    const is = `are ${listOf([...nowParts, "options"])}`;
    note("breaking", now.pointer, `${what}, ${is}: programs that pass them break`);
  }
  const [positional, nowPositional] = [positionalOf(before, old), positionalOf(after, now)];
  const known = kept(positional, namesOf(after));
  const stillPositional = kept(nowPositional, positional);
  if (!isSame(known, stillPositional)) {
    const what = `positional arguments in Python were ${listOf(known)}, are ${listOf(stillPositional)}`;
    note("breaking", now.pointer, `${what}: programs that pass them by position break`);
  }
}

interface Named {
  readonly name: string;
  readonly required: boolean;
}

function argumentsOf(operation: LocatedOperation): SdkArguments<Named> {
  const parameters = [...parametersOf(operation).values()].map(({ node }) => node);
  const inPlace = (place: string): Named[] =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required = false }) => ({ name, required }));
  const placeOf = ({ name }: Named): number => operation.template.indexOf(`{${name}}`);
  return {
    path: inPlace("path").sort((a, b) => placeOf(a) - placeOf(b)),
    query: inPlace("query"),
    body: bodyOf(operation),
  };
}

function bodyOf(operation: LocatedOperation): SdkArguments<Named>["body"] {
  const body = requestBodyOf(operation);
  const [content] = body ? membersOf(body, ["content"], body.node.content).values() : [];
  if (!body || !content) return undefined;
  const { properties = {}, required = [] } = follow({
    ...content,
    node: content.node.schema ?? {},
  }).node;
  const members = Object.keys(properties).map((name) => ({
    name,
    required: required.includes(name),
  }));
  return { required: body.node.required ?? false, members };
}

function positionalOf(all: SdkArguments<Named>, { method }: LocatedOperation): string[] {
  return pythonArguments(all, method).positional.map(({ name }) => name);
}

function namesOf({ path, query, body }: SdkArguments<Named>): string[] {
  return [...path, ...query, ...(body?.members ?? [])].map(({ name }) => name);
}

function kept<T>(names: readonly T[], others: readonly T[]): T[] {
  return names.filter((name) => others.includes(name));
}

function listOf(names: readonly string[]): string {
  return `(${names.join(", ")})`;
}
