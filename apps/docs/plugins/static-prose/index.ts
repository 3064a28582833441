import type { Root, RootContent } from "hast";
import type { MdxJsxAttribute } from "mdast-util-mdx-jsx";
import { EXIT, visit } from "unist-util-visit";

/** What `src/components/static` cannot do without React: these need state, or the address that shows the page. */
const components = new Set(["CodeBlock", "DatasetLife", "ErrorSummary", "Members", "Screenshot"]);

type Node = RootContent | { readonly type: string };

/**
 * Puts the prose between a page's examples into `<Static>`, so that React does not go through it when the page has
 * arrived: of a guide, only examples and tabs are hydrated. Only MDX has components, and so examples.
 */
export function rehypeStaticProse() {
  return (tree: Root, { path }: { readonly path: string }) => {
    if (path.endsWith(".mdx")) tree.children = grouped(tree.children);
  };
}

function grouped(nodes: readonly RootContent[]): RootContent[] {
  const groups: RootContent[][] = [];
  let wasStatic = false;
  for (const node of nodes) {
    const isNowStatic = isStatic(node);
    if (isNowStatic && wasStatic) groups.at(-1)?.push(node);
    else groups.push([node]);
    wasStatic = isNowStatic;
  }
  return groups.flatMap((group) => (group.some(isProse) ? [staticElement(group)] : group));
}

function isProse(node: Node): boolean {
  return node.type !== "text" && isStatic(node);
}

function isStatic(root: Node): boolean {
  let answer = true;
  visit(root as Root, (node: Node) => {
    if (canBeStatic(node)) return undefined;
    answer = false;
    return EXIT;
  });
  return answer;
}

function canBeStatic(node: Node): boolean {
  if (node.type === "text" || node.type === "comment") return true;
  if (node.type === "element") return "tagName" in node && node.tagName !== "details";
  if (!/^mdxJsx/.test(node.type) || !("name" in node)) return false;
  const { name, attributes } = node as { name: string | null; attributes: MdxJsxAttribute[] };
  // An installation names the site that shows the page.
  if (attributes.some(({ value }) => typeof value === "string" && value.includes("/packages/")))
    return false;
  return name !== null && name !== "details" && (/^[a-z]/.test(name) || components.has(name));
}

function staticElement(children: readonly RootContent[]): RootContent {
  // A boundary: MDX adds its elements to those of HTML.
  return {
    type: "mdxJsxFlowElement",
    name: "Static",
    attributes: [{ type: "mdxJsxAttribute", name: "className", value: "prose" }],
    children: [...children],
  } as unknown as RootContent;
}
