import { contract } from "./contract.ts";
import { element, frontMatter, prose } from "./mdx.ts";
import { viewNamedSchema } from "./schema-view.ts";

/** The page of all named schemas, as MDX. */
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
      return [
        `## ${name} {/* #${name.toLowerCase()} */}`,
        prose(description),
        element("Members", { of: shallow(view), anchor: name.toLowerCase() }),
      ];
    }),
    "</Static>",
  ].join("\n\n");
}

/** A member with a named schema is a link here, as that schema is on the same page. */
function shallow(view: ReturnType<typeof viewNamedSchema>) {
  const members = view.members?.map(({ members: inner, ...member }) =>
    member.named === undefined && inner ? { ...member, members: inner } : member,
  );
  return { ...view, ...(members && { members }) };
}
