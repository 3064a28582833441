import { isSentByClients, type Note } from "./change.ts";
import { compareField } from "./field.ts";
import { below, follow, type Located } from "./located.ts";
import { compareMaps } from "./maps.ts";
import type { ApiParameter } from "./openapi.ts";
import type { LocatedOperation } from "./operations.ts";
import type { Comparison } from "./schema/comparison.ts";

/** Compares the parameters of an operation, including those of its path. */
export function compareParameters(
  old: LocatedOperation,
  now: LocatedOperation,
  comparison: Comparison,
): void {
  compareMaps(parametersOf(old), parametersOf(now), {
    both(before, after) {
      comparePythonNames(before, after, comparison.note);
      compareField(before, after, { what: "the parameter", comparison });
    },
    gone: ({ pointer }, key) =>
      comparison.note("breaking", pointer, `the parameter ${key} is gone`),
    added: (parameter, key) => noteAdded(key, parameter, comparison),
  });
}

function noteAdded(
  key: string,
  { node, pointer }: Located<ApiParameter>,
  { side, note }: Comparison,
): void {
  if (!isSentByClients(side)) {
    note(
      "compatible",
      pointer,
      `the parameter ${key} is new: clients must ignore what they do not know`,
    );
  } else if (node.required) {
    note(
      "breaking",
      pointer,
      `the required parameter ${key} is new: requests without it are refused`,
    );
  } else note("compatible", pointer, `the optional parameter ${key} is new`);
}

/** Compares the parameter's names in the Python SDK. The default is the name in snake case. */
function comparePythonNames(
  { node: old }: Located<ApiParameter>,
  { node: now, pointer }: Located<ApiParameter>,
  note: Note,
): void {
  const [before, after] = [old, now].map((each) => each["x-python-name"] ?? each.name);
  if (before === after) return;
  note("breaking", pointer, `the argument in Python was ${before}, is ${after}`);
}

export function parametersOf(operation: LocatedOperation): Map<string, Located<ApiParameter>> {
  const listed = [operation.path, operation].flatMap((owner) =>
    (owner.node.parameters ?? []).map((parameter, index) =>
      follow<ApiParameter>(below(owner, ["parameters", String(index)], parameter)),
    ),
  );
  return new Map(listed.map((parameter) => [keyOf(parameter.node), parameter]));
}

/** Identifies a parameter. Header names are case-insensitive. */
function keyOf({ name, in: place }: ApiParameter): string {
  return `${place === "header" ? name.toLowerCase() : name} (${place})`;
}
