import type { Schema } from "@sinkove/openapi/document";
import { followed } from "@sinkove/openapi/limits";
import { needsOf, paragraphsOf, sentence, wrap } from "./prose.ts";
import { changesOf, positionalFirst } from "./python-arguments.ts";
import { optionTexts } from "./python-options.ts";
import type { Argument, Method, SdkModel } from "./sdk-model.ts";

const WIDTH = 100;

/** A section of a docstring, such as `Args`, with its items. */
interface Section {
  readonly title: string;
  readonly items: readonly string[];
}

/** Returns the docstring of a method: the contract's description, arguments with their limits, result and errors. */
export function methodDocstring(
  { document }: SdkModel,
  method: Method,
  exceptions: Readonly<Record<number, string>>,
): string {
  const { operation, returns } = method;
  const changes = changesOf(method);
  const members = (changes?.members ?? []).map(
    ({ name, description }) => `\`${name}\`: ${description}`,
  );
  const all = positionalFirst(method).map((argument) => argumentText(document, argument));
  if (changes) all.push(["changes:", sentence(changes.description), ...members].join(" "));
  return docstring(
    [
      sentence(operation.summary),
      ...paragraphsOf(operation.description),
      ...needsOf(operation),
      ...(operation.isDeprecated ? ["Deprecated."] : []),
    ],
    [
      {
        title: "Args",
        items: [...all, ...optionTexts(method)],
      },
      { title: "Returns", items: [sentence(returns)] },
      { title: "Raises", items: raised(method, exceptions) },
    ],
  );
}

/** Returns the docstring of a method that returns the resource of a parent. */
export function childDocstring(
  { document }: SdkModel,
  sentenceOfIt: string,
  parameter: Argument,
): string {
  return docstring([sentenceOfIt], [{ title: "Args", items: [argumentText(document, parameter)] }]);
}

/** Returns the docstring of a class or an attribute. */
export function classDocstring(description: string): string {
  return docstring(paragraphsOf(description), [], "    ");
}

/** Describes an argument and lists its enum values, because notebooks only show the name of an enum type. */
function argumentText(
  document: SdkModel["document"],
  { pythonName, description, schema }: Argument,
): string {
  const { enum: values = [] }: Schema = followed(document, schema);
  const listed = values.map((value) => `\`${value}\``).join(", ");
  return `${pythonName}: ${description}${listed === "" ? "" : ` One of ${listed}.`}`;
}

/** Returns the exceptions that are specific to this operation, not those that any request may raise. */
function raised({ operation }: Method, exceptions: Readonly<Record<number, string>>): string[] {
  return operation.responses.flatMap(({ status, codes }) => {
    const exception = exceptions[status];
    if (exception === undefined || codes.length === 0) return [];
    return [`${exception}: ${codes.map((code) => `\`${code}\``).join(", ")}.`];
  });
}

function docstring(
  paragraphs: readonly string[],
  sections: readonly Section[],
  indent = "        ",
): string {
  const width = WIDTH - indent.length;
  const [first = [], ...others] = paragraphs.map((text, index) =>
    wrap(escaped(text), index === 0 ? width - 3 : width),
  );
  const told = sections.filter(({ items }) => items.length > 0);
  const lines = [
    ...first,
    ...others.flatMap((paragraph) => ["", ...paragraph]),
    ...told.flatMap(({ title, items }) => [
      "",
      `${title}:`,
      ...items.flatMap((item) => itemLines(item, width)),
    ]),
  ];
  const [only = "", ...more] = lines;
  const body =
    more.length === 0 && only.length + 6 <= width
      ? [`"""${only}"""`]
      : [`"""${only}`, ...more, '"""'];
  return body.map((line) => `${indent}${line}`.trimEnd()).join("\n");
}

function itemLines(item: string, width: number): string[] {
  const [first = "", ...others] = wrap(escaped(item), width - 8);
  return [`    ${first}`, ...others.map((line) => `        ${line}`)];
}

/** A docstring on one level of indentation, of a class that has no arguments. */
export function plainDocstring(text: string): string {
  const [first = "", ...others] = wrap(escaped(text), 90);
  const lines = others.length === 0 ? [`"""${first}"""`] : [`"""${first}`, ...others, '"""'];
  return lines.map((line) => `    ${line}`).join("\n");
}

/** Converts Markdown's code to reStructuredText's, and escapes backslashes and quotes that would end the docstring. */
function escaped(text: string): string {
  return text
    .replaceAll("\\", "\\\\")
    .replaceAll(/"""|"$/g, (quotes) => quotes.replaceAll('"', '\\"'))
    .replaceAll("`", "``");
}
