import { isSame, isSentByClients } from "./change.ts";
import { compareBodySchema, compareContent, compareExamples } from "./content.ts";
import { compareDeprecation } from "./deprecation.ts";
import type { Located } from "./located.ts";
import type { Field } from "./openapi.ts";
import { compareRequired } from "./required.ts";
import { compareRest } from "./rest.ts";
import type { Comparison } from "./schema/comparison.ts";

const compared = [
  ...["name", "in", "required", "deprecated", "style", "explode", "allowReserved"],
  ...["allowEmptyValue", "schema", "content", "examples", "x-python-name"],
];

/** Compares two versions of a parameter or a header. */
export function compareField(
  old: Located<Field>,
  now: Located<Field>,
  {
    what,
    comparison,
  }: { readonly what: "the parameter" | "the header"; readonly comparison: Comparison },
): void {
  const { note, compare } = comparison;
  compareRequired(old, now, { ...comparison, what });
  compareDeprecation(old, now, { note, what });
  compareWriting(old, now, { what, comparison });
  compareEmptiness(old, now, comparison);
  compareBodySchema(old, now, compare);
  compareContent(old, now, comparison);
  compareExamples(old, now, note);
  compareRest(old, now, { note, compared });
}

function compareWriting(
  old: Located<Field>,
  now: Located<Field>,
  { what, comparison }: { readonly what: string; readonly comparison: Comparison },
): void {
  if (isSame(writingOf(old.node), writingOf(now.node))) return;
  comparison.note("breaking", now.pointer, `${what} is written differently (style, explode)`);
}

/** How a field is serialized. The defaults depend on where it is sent. */
function writingOf(field: Field): unknown {
  const place = "in" in field ? field.in : "header";
  const style = field.style ?? (place === "query" || place === "cookie" ? "form" : "simple");
  return {
    style,
    explode: field.explode ?? style === "form",
    allowReserved: field.allowReserved ?? false,
    isContent: field.content !== undefined,
  };
}

function compareEmptiness(
  old: Located<Field>,
  now: Located<Field>,
  { side, note }: Comparison,
): void {
  const [was, is] = [old.node.allowEmptyValue ?? false, now.node.allowEmptyValue ?? false];
  if (was === is) return;
  const breaks = isSentByClients(side) ? was : is;
  const word = is ? "may now" : "may no longer";
  note(
    breaks ? "breaking" : "compatible",
    now.pointer,
    `the parameter ${word} have an empty value`,
  );
}
