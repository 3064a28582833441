import type { Example, MediaType, Named, Reference, Schema } from "../document.ts";
import { isSame, type Note } from "./change.ts";
import { below, follow, type Located, membersOf } from "./located.ts";
import type { Comparison } from "./schema/comparison.ts";

interface WithSchema {
  readonly schema?: Schema;
}

interface WithContent {
  readonly content?: Named<MediaType>;
}

/** Compares the media types of a body, and the schema of each. */
export function compareContent(
  old: Located<WithContent>,
  now: Located<WithContent>,
  { note, compare }: Pick<Comparison, "note" | "compare">,
): void {
  const [before, after] = [old, now].map((body) => membersOf(body, ["content"], body.node.content));
  for (const [type, media] of before ?? []) {
    const other = after?.get(type);
    if (!other) {
      note("breaking", media.pointer, `the media type ${type} is gone`);
      continue;
    }
    compareBodySchema(media, other, compare);
    compareExamples(media, other, note);
  }
  for (const [type, media] of after ?? []) {
    if (!before?.has(type)) note("compatible", media.pointer, `the media type ${type} is new`);
  }
}

/** Compares the schemas of two bodies, parameters or headers. */
export function compareBodySchema(
  old: Located<WithSchema>,
  now: Located<WithSchema>,
  compare: Comparison["compare"],
): void {
  const [before, after] = [old, now].map((owner) =>
    owner.node.schema ? [below(owner, ["schema"], owner.node.schema)] : [],
  );
  compare(before ?? [], after ?? []);
}

function compareExamples(old: Located<MediaType>, now: Located<MediaType>, note: Note): void {
  const [before, after] = [examplesOf(old), examplesOf(now)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name), after.get(name)];
    if (isSame(was?.node, is?.node)) continue;
    const word = was && is ? "changed" : is ? "is new" : "is gone";
    note("docs", is?.pointer ?? was?.pointer ?? "", `the example ${name} ${word}`);
  }
}

function examplesOf(media: Located<MediaType>): Map<string, Located<Example>> {
  const examples = membersOf<Example | Reference>(media, ["examples"], media.node.examples);
  return new Map([...examples].map(([name, example]) => [name, follow<Example>(example)]));
}
