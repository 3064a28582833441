import type { Root, RootContent } from "hast";
import type { MdxJsxAttribute } from "mdast-util-mdx-jsx";
import { EXIT, visit } from "unist-util-visit";

/** Components that `src/components/static` can show without React. All others need state or the page's address. */
const components = new Set(["CodeBlock", "DatasetLife", "ErrorSummary", "Members", "Screenshot"]);

type Node = RootContent | { readonly type: string };

/**
 * Wraps the prose between a page's examples in `<Static>`, so that React hydrates only examples and tabs. Only MDX
 * pages are changed, because only they have components.
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
  // An installation command contains the address of the site that shows the page.
  if (attributes.some(({ value }) => typeof value === "string" && value.includes("/packages/")))
    return false;
  return name !== null && name !== "details" && (/^[a-z]/.test(name) || components.has(name));
}

function staticElement(children: readonly RootContent[]): RootContent {
  // HAST's types do not include the elements of MDX.
  return {
    type: "mdxJsxFlowElement",
    name: "Static",
    attributes: [{ type: "mdxJsxAttribute", name: "className", value: "prose" }],
    children: [...children],
  } as unknown as RootContent;
}
