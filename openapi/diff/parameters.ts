import type { Parameter } from "../document.ts";
import { isSame, type Note } from "./change.ts";
import { compareBodySchema } from "./content.ts";
import { below, follow, type Located } from "./located.ts";
import type { LocatedOperation } from "./operations.ts";
import type { Comparison } from "./schema/comparison.ts";

/** Compares the parameters of an operation, those of its path among them. */
export function compareParameters(
  old: LocatedOperation,
  now: LocatedOperation,
  { note, compare }: Pick<Comparison, "note" | "compare">,
): void {
  const [before, after] = [parametersOf(old), parametersOf(now)];
  for (const [key, parameter] of before) {
    const other = after.get(key);
    if (other) compareParameter(parameter, other, { note, compare });
    else note("breaking", parameter.pointer, `the parameter ${key} is gone`);
  }
  for (const [key, parameter] of after) {
    if (before.has(key)) continue;
    if (!parameter.node.required)
      note("compatible", parameter.pointer, `the optional parameter ${key} is new`);
    else
      note(
        "breaking",
        parameter.pointer,
        `the required parameter ${key} is new: requests without it are refused`,
      );
  }
}

function compareParameter(
  old: Located<Parameter>,
  now: Located<Parameter>,
  { note, compare }: Pick<Comparison, "note" | "compare">,
): void {
  const [before, after] = [old.node, now.node];
  compareRequired(old, now, note);
  const [was, is] = [before, after].map(({ style, explode, allowReserved }) => ({
    style,
    explode,
    allowReserved,
  }));
  if (!isSame(was, is))
    note("breaking", now.pointer, "the parameter is written another way (style, explode)");
  if (before.description !== after.description)
    note("docs", now.pointer, "the description changed");
  compareBodySchema(old, now, compare);
}

/** Compares whether something has to be sent. */
export function compareRequired(
  old: Located<{ readonly required?: boolean }>,
  now: Located<{ readonly required?: boolean }>,
  note: Note,
): void {
  const isRequired = now.node.required ?? false;
  if ((old.node.required ?? false) === isRequired) return;
  if (isRequired) note("breaking", now.pointer, "is now required: requests without it are refused");
  else note("compatible", now.pointer, "is now optional");
}

function parametersOf(operation: LocatedOperation): Map<string, Located<Parameter>> {
  const listed = [operation.path, operation].flatMap((owner) =>
    (owner.node.parameters ?? []).map((parameter, index) =>
      follow<Parameter>(below(owner, ["parameters", String(index)], parameter)),
    ),
  );
  return new Map(listed.map((parameter) => [keyOf(parameter.node), parameter]));
}

/** Header names are the same in any case. */
function keyOf({ name, in: place }: Parameter): string {
  return `${place === "header" ? name.toLowerCase() : name} (${place})`;
}
