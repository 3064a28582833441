import type { Expression } from "estree";
import type { Code, Root } from "mdast";
import type { MdxJsxAttribute, MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { CONTINUE, SKIP, visit } from "unist-util-visit";
import {
  type Language,
  languages,
  readExample,
  readFileOf,
  type Samples,
} from "./example-files.ts";
import { noteExample } from "./shown-examples.ts";

/**
 * Gives each `<Example name="…" />` the sources of `examples/<name>.{ts,sh,py}` as its `samples`; with
 * `languages="ts py"` only those, for what does not exist in the others. Puts each example into an element by
 * which it is found again in the built page. A code block with `file=…` gets the text of that file under
 * `examples/`.
 */
export function remarkExamples() {
  return (tree: Root) => {
    visit(tree, "mdxJsxFlowElement", (element: MdxJsxFlowElement, index, parent) => {
      if (element.name !== "Example" || parent === undefined || index === undefined)
        return CONTINUE;
      const name = stringAttribute(element, "name");
      if (name !== undefined) {
        const samples = readExample(name, wantedLanguages(stringAttribute(element, "languages")));
        element.attributes.push(samplesAttribute(samples));
      }
      const key = noteExample({ name, samples: samplesOf(element) });
      parent.children.splice(index, 1, slot(key, element));
      return SKIP;
    });
    visit(tree, "code", (code: Code) => {
      const file = /^file=(\S+)$/.exec(code.meta ?? "")?.[1];
      if (file !== undefined) Object.assign(code, { value: readFileOf(file), meta: null });
    });
  };
}

function slot(key: string, example: MdxJsxFlowElement): MdxJsxFlowElement {
  return {
    type: "mdxJsxFlowElement",
    name: "div",
    attributes: [{ type: "mdxJsxAttribute", name: "data-example", value: key }],
    children: [example],
  };
}

/** The samples as the element has them; they are JSON, in pages that are generated too. */
function samplesOf({ attributes }: MdxJsxFlowElement): Samples {
  for (const attribute of attributes) {
    if (attribute.type !== "mdxJsxAttribute" || attribute.name !== "samples") continue;
    if (typeof attribute.value === "object" && attribute.value !== null) {
      return JSON.parse(attribute.value.value);
    }
  }
  throw new Error('<Example /> needs name="…", or samples={{…}} written as JSON.');
}

function stringAttribute(element: MdxJsxFlowElement, name: string): string | undefined {
  for (const attribute of element.attributes) {
    if (attribute.type !== "mdxJsxAttribute" || attribute.name !== name) continue;
    if (typeof attribute.value === "string") return attribute.value;
    throw new Error(
      `<Example ${name}={…} />: write ${name}="…", it is read when the site is built.`,
    );
  }
  return undefined;
}

function wantedLanguages(list: string | undefined): readonly Language[] {
  if (list === undefined) return languages;
  return list.split(" ").map((word) => {
    const language = languages.find((known) => known === word);
    if (language === undefined) {
      throw new Error(
        `<Example languages="${list}" />: "${word}" is none of ${languages.join(", ")}.`,
      );
    }
    return language;
  });
}

function samplesAttribute(samples: Samples): MdxJsxAttribute {
  const expression: Expression = {
    type: "ObjectExpression",
    properties: Object.entries(samples).map(([key, value]) => ({
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
    name: "samples",
    value: {
      type: "mdxJsxAttributeValueExpression",
      value: JSON.stringify(samples),
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
