import type { Expression } from "estree";
import type { Code, Root } from "mdast";
import type { MdxJsxAttribute, MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { visit } from "unist-util-visit";
import { type Language, languages, readExample, readFileOf, type Samples } from "./example-files.ts";

/**
 * Gives each `<Example name="…" />` the sources of `examples/<name>.{ts,sh,py}` as its `samples`. With
 * `languages="ts py"` only those are read, for what does not exist in the others. A code block with
 * `file=…` gets the text of that file under `examples/`.
 */
export function remarkExamples() {
  return (tree: Root) => {
    visit(tree, "mdxJsxFlowElement", (element: MdxJsxFlowElement) => {
      if (element.name !== "Example") return;
      const name = stringAttribute(element, "name");
      if (name === undefined) return;
      const samples = readExample(name, wantedLanguages(stringAttribute(element, "languages")));
      element.attributes.push(samplesAttribute(samples));
    });
    visit(tree, "code", (code: Code) => {
      const file = /^file=(\S+)$/.exec(code.meta ?? "")?.[1];
      if (file !== undefined) Object.assign(code, { value: readFileOf(file), meta: null });
    });
  };
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
