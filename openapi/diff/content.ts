import type { Example, Named, Reference, Schema } from "../document.ts";
import { isSame, type Note } from "./change.ts";
import { below, follow, type Located, membersOf } from "./located.ts";
import { compareMaps } from "./maps.ts";
import type { ApiMediaType } from "./openapi.ts";
import { compareRest } from "./rest.ts";
import type { Comparison } from "./schema/comparison.ts";

interface WithSchema {
  readonly schema?: Schema;
}

interface WithContent {
  readonly content?: Named<ApiMediaType>;
}

interface WithExamples {
  readonly examples?: Named<Example | Reference>;
}

/** Compares the media types of a body and their schemas. */
export function compareContent(
  old: Located<WithContent>,
  now: Located<WithContent>,
  comparison: Comparison,
): void {
  const { note, side } = comparison;
  compareMaps(contentOf(old), contentOf(now), {
    both: (before, after) => compareMediaType(before, after, comparison),
    gone: ({ pointer }, type) => note("breaking", pointer, `the media type ${type} is gone`),
    added({ pointer }, type) {
      // Clients choose among the media types of requests and responses, but not of deliveries.
      const verdict = side === "delivery" ? "breaking" : "compatible";
      note(verdict, pointer, `the media type ${type} is new`);
    },
  });
}

/** Compares the schemas of two bodies, parameters or headers. */
export function compareBodySchema(
  old: Located<WithSchema>,
  now: Located<WithSchema>,
  compare: Comparison["compare"],
): void {
  const [before, after] = [old, now].map((owner) =>
    owner.node.schema === undefined ? [] : [below(owner, ["schema"], owner.node.schema)],
  );
  compare(before ?? [], after ?? []);
}

export function compareExamples(
  old: Located<WithExamples>,
  now: Located<WithExamples>,
  note: Note,
): void {
  const [before, after] = [examplesOf(old), examplesOf(now)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name), after.get(name)];
    if (isSame(was?.node, is?.node)) continue;
    const word = was && is ? "changed" : is ? "is new" : "is gone";
    note("docs", is?.pointer ?? was?.pointer ?? "", `the example ${name} ${word}`);
  }
}

function compareMediaType(
  old: Located<ApiMediaType>,
  now: Located<ApiMediaType>,
  { note, compare }: Comparison,
): void {
  compareBodySchema(old, now, compare);
  if (!isSame(old.node.encoding, now.node.encoding)) {
    note("breaking", `${now.pointer}/encoding`, "the parts of the body are encoded differently");
  }
  compareExamples(old, now, note);
  compareRest(old, now, { note, compared: ["schema", "encoding", "examples"] });
}

/** The media types of a body by lower-case name, because their names are case-insensitive. */
function contentOf(body: Located<WithContent>): Map<string, Located<ApiMediaType>> {
  const content = membersOf(body, ["content"], body.node.content);
  return new Map([...content].map(([type, media]) => [type.toLowerCase(), media]));
}

function examplesOf(owner: Located<WithExamples>): Map<string, Located<Example>> {
  const examples = membersOf<Example | Reference>(owner, ["examples"], owner.node.examples);
  return new Map([...examples].map(([name, example]) => [name, follow<Example>(example)]));
}
