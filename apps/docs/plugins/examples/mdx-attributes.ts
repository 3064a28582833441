import type { Expression } from "estree";
import type { MdxJsxAttribute, MdxJsxFlowElement } from "mdast-util-mdx-jsx";

/**
 * Returns the text of an attribute, or undefined if the element does not have it.
 *
 * @throws Error if the attribute is an expression, because it is read when the site is built
 */
export function textOf(element: MdxJsxFlowElement, name: string): string | undefined {
  const value = attributeOf(element, name);
  if (typeof value !== "object" || value === null) return value ?? undefined;
  throw new Error(`<${element.name} ${name}={…} />: write ${name}="…".`);
}

/**
 * Returns the value of an attribute: text, an expression, null if it has no value, or undefined if it does not exist.
 */
export function attributeOf(
  { attributes }: MdxJsxFlowElement,
  name: string,
): MdxJsxAttribute["value"] {
  for (const attribute of attributes) {
    if (attribute.type === "mdxJsxAttribute" && attribute.name === name) return attribute.value;
  }
  return undefined;
}

export function textAttribute(name: string, value: string): MdxJsxAttribute {
  return { type: "mdxJsxAttribute", name, value };
}

/** Creates an attribute whose value is an object of strings. */
export function objectAttribute(
  name: string,
  members: Readonly<Record<string, string>>,
): MdxJsxAttribute {
  const expression: Expression = {
    type: "ObjectExpression",
    properties: Object.entries(members).map(([key, value]) => ({
      type: "Property",
      kind: "init",
      method: false,
      shorthand: false,
      computed: false,
      key: { type: "Identifier", name: key },
      value: { type: "Literal", value },
    })),
  };
  return {
    type: "mdxJsxAttribute",
    name,
    value: {
      type: "mdxJsxAttributeValueExpression",
      value: JSON.stringify(members),
      data: {
        estree: {
          type: "Program",
          sourceType: "module",
          comments: [],
          body: [{ type: "ExpressionStatement", expression }],
        },
      },
    },
  };
}
