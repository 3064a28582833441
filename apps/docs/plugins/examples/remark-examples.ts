import type { Code, Root } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { CONTINUE, SKIP, visit } from "unist-util-visit";
import { highlight } from "../highlight/index.ts";
import { installable } from "../packages/installable.ts";
import { installCommands } from "../packages/managers.ts";
import {
  type Language,
  languages,
  readExample,
  readFileOf,
  type Samples,
} from "./example-files.ts";
import { attributeOf, objectAttribute, textAttribute, textOf } from "./mdx-attributes.ts";
import { noteExample } from "./shown-examples.ts";

/**
 * Adds the highlighted sources `examples/<name>.{ts,sh,py}` to each `<Example name="…" />`, as its `code`. With
 * `languages="ts py"`, only these languages are added. Wraps each example in an element with a key, so that later steps
 * find the example in the built page. Replaces each code block with a highlighted `<CodeBlock />`: `file=…` fills it
 * with that file of `examples/`, and `install` makes its commands install from the registries, or from the site at
 * `url` until the packages are published.
 */
export function remarkExamples({ url }: { readonly url: string }) {
  return (tree: Root) => {
    visit(tree, "mdxJsxFlowElement", (element: MdxJsxFlowElement, index, parent) => {
      if (element.name !== "Example" || parent === undefined || index === undefined)
        return CONTINUE;
      parent.children.splice(index, 1, runnable(element));
      return SKIP;
    });
    visit(tree, "code", (code: Code, index, parent) => {
      if (parent === undefined || index === undefined) return CONTINUE;
      parent.children.splice(index, 1, codeBlock(code, url));
      return SKIP;
    });
  };
}

function runnable(element: MdxJsxFlowElement): MdxJsxFlowElement {
  const name = textOf(element, "name");
  const samples = name === undefined ? samplesOf(element) : namedSamples(name, element);
  const code = objectAttribute("code", highlighted(samples));
  const form = element.attributes.filter((each) => "name" in each && each.name === "form");
  const attributes = name === undefined ? [code, ...form] : [textAttribute("name", name), code];
  const key = textAttribute("data-example", noteExample({ name, samples }));
  return flowElement("div", [key], [flowElement("Example", attributes)]);
}

function codeBlock({ lang, meta, value }: Code, url: string): MdxJsxFlowElement {
  const file = /^file=(\S+)$/.exec(meta ?? "")?.[1];
  const language = lang ?? "text";
  const text = file === undefined ? value : readFileOf(file);
  if (meta === "install") return installation(installable(text, url), language);
  const html = highlight(text, language);
  return flowElement("CodeBlock", [
    textAttribute("language", language),
    textAttribute("html", html),
  ]);
}

/** Shows the installation of a package in a tab for each package manager, and any other command as a single block. */
function installation(command: string, language: string): MdxJsxFlowElement {
  const commands = installCommands(command);
  if (commands !== undefined) {
    const html = Object.entries(commands).map(([name, text]) => [name, highlight(text, "sh")]);
    return flowElement("InstallTabs", [objectAttribute("commands", Object.fromEntries(html))]);
  }
  return flowElement("CodeBlock", [
    textAttribute("language", language),
    textAttribute("html", highlight(command, language)),
  ]);
}

function flowElement(
  name: string,
  attributes: MdxJsxFlowElement["attributes"],
  children: MdxJsxFlowElement["children"] = [],
): MdxJsxFlowElement {
  return { type: "mdxJsxFlowElement", name, attributes, children };
}

function highlighted(samples: Samples): Samples {
  return Object.fromEntries(
    Object.entries(samples).map(([language, source]) => [language, highlight(source, language)]),
  );
}

/** Returns the samples in the element's attribute. Generated pages write them as JSON. */
function samplesOf(element: MdxJsxFlowElement): Samples {
  const value = attributeOf(element, "samples");
  if (typeof value === "object" && value !== null) return JSON.parse(value.value);
  throw new Error('<Example /> needs name="…", or samples={{…}} written as JSON.');
}

function namedSamples(name: string, element: MdxJsxFlowElement): Samples {
  const list = textOf(element, "languages");
  return readExample(name, list === undefined ? languages : list.split(" ").map(languageOf));
}

function languageOf(word: string): Language {
  const language = languages.find((known) => known === word);
  if (language !== undefined) return language;
  throw new Error(`<Example languages="…" />: "${word}" is none of ${languages.join(", ")}.`);
}
