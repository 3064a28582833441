import { nameOf, type Schema } from "@sinkove/openapi/document";
import { contract } from "./contract.ts";
import { element, frontMatter, prose } from "./mdx.ts";
import { type SchemaView, viewNamedSchema, viewSchema } from "./schema-view.ts";

/** Returns the page of all named schemas, as MDX. */
export function schemasPage(): string {
  const names = Object.keys(contract.schemas).toSorted();
  return [
    frontMatter({
      title: "Schemas",
      slug: "/reference/schemas",
      description: "Every named schema of the Sinkove API.",
    }),
    'import { Members } from "@site/src/components/reference";',
    'import { Static } from "@site/src/components/static/static.tsx";',
    "Programs must ignore fields and values that are not listed here. New ones can be added at any time.",
    "<Static>",
    ...names.flatMap((name) => {
      const { description = "", ...view } = viewNamedSchema(name);
      const { base, own } = extensionOf(contract.schemas[name] ?? {});
      return [
        `## ${name} {/* #${name.toLowerCase()} */}`,
        prose(description),
        ...(base ? [`It has the fields of [${base}](#${base.toLowerCase()}), and these:`] : []),
        element("Members", { of: shallow(own ?? view), anchor: name.toLowerCase() }),
      ];
    }),
    "</Static>",
  ].join("\n\n");
}

/** Returns the base of a schema and the fields that the schema adds. The fields of the base are on the same page. */
function extensionOf({ allOf = [] }: Schema): {
  readonly base?: string;
  readonly own?: SchemaView;
} {
  const [base, own, ...others] = allOf;
  if (base?.$ref === undefined || own === undefined || others.length > 0) return {};
  return { base: nameOf({ $ref: base.$ref }), own: viewSchema(own) };
}

/** Removes the fields of members with a named schema. They are links, because that schema is on the same page. */
function shallow(view: SchemaView) {
  const members = view.members?.map(({ members: inner, ...member }) =>
    member.named === undefined && inner ? { ...member, members: inner } : member,
  );
  return { ...view, ...(members && { members }) };
}
