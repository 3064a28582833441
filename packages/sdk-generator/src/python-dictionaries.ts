import { resolve, type Schema } from "@sinkove/openapi/document";
import { describe, followed } from "@sinkove/openapi/limits";
import { isPythonKeyword } from "@sinkove/openapi/sdk-names";
import { dictionaryName, objectNameOf } from "./dictionary-names.ts";
import { createImports, type Imports } from "./imports.ts";
import { wrap } from "./prose.ts";
import { changesOf, isNullable, type Typing, typeOf } from "./python-arguments.ts";
import { plainDocstring } from "./python-docstring.ts";
import { pythonModule } from "./python-module.ts";
import { methodsIn, type SdkModel } from "./sdk-model.ts";

/** Returns the module of typed dictionaries: bodies of changes, and objects in bodies. */
export function dictionariesModule(model: SdkModel): string {
  const found = createImports();
  const use: Imports["use"] = (name, from) =>
    from === ".dictionaries" ? name : found.use(name, from);
  const imports = { ...found, use };
  const typing = { model, imports, recordOf: (name: string) => imports.use(name, ".models") };
  const names = dictionaryNames(model);
  const classes = names.map((name) => dictionaryClass(typing, name));
  const all = names.map((name) => `    "${dictionaryName(name)}",\n`);
  return pythonModule("The dictionaries that methods take.", imports, [
    ...classes,
    `__all__ = [\n${all.join("")}]`,
  ]);
}

function dictionaryNames(model: SdkModel): string[] {
  const names = new Set<string>();
  const add = (name: string | undefined): void => {
    if (name === undefined || names.has(name)) return;
    names.add(name);
    const { properties = {} } = schemaOf(model, name);
    for (const member of Object.values(properties)) addPartsOf(member);
  };
  const addPartsOf = (schema: Schema): void => {
    add(objectNameOf(model, schema));
    const { items } = followed(model.document, schema);
    if (items) addPartsOf(items);
  };
  for (const method of methodsIn(model)) {
    add(changesOf(method)?.type);
    for (const { schema } of method.body?.members ?? []) addPartsOf(schema);
  }
  return [...names].sort((a, b) => (dictionaryName(a) < dictionaryName(b) ? -1 : 1));
}

function schemaOf({ document }: SdkModel, name: string): Schema {
  return resolve<Schema>(document, { $ref: `#/components/schemas/${name}` });
}

function dictionaryClass(typing: Typing, name: string): string {
  const { document } = typing.model;
  const { properties = {}, required = [], description = "" } = schemaOf(typing.model, name);
  const all = required.length === Object.keys(properties).length;
  const none = required.length === 0;
  const members = Object.entries(properties).map(([member, part]) => {
    const argument = { name: member, schema: part };
    const type = isNullable(document, part)
      ? `${typeOf(typing, argument)} | None`
      : typeOf(typing, argument);
    const isOptional = !(all || none || required.includes(member));
    const written = isOptional
      ? `${typing.imports.type("NotRequired", "typing_extensions")}[${type}]`
      : type;
    return { name: member, type: written, description: describe(document, part) };
  });
  const base = typing.imports.use("TypedDict", "typing");
  const total = none ? ", total=False" : "";
  if (members.some((member) => isPythonKeyword(member.name)))
    return [
      `${dictionaryName(name)} = ${base}("${dictionaryName(name)}", {`,
      ...members.flatMap((member) => [
        ...wrap(member.description, 90).map((line) => `    # ${line}`),
        // As text: these types are not evaluated, like annotations.
        `    "${member.name}": ${JSON.stringify(member.type)},`,
      ]),
      `}${total})`,
      classDocstringAfter(description),
    ].join("\n");
  return [
    `class ${dictionaryName(name)}(${base}${total}):`,
    plainDocstring(description.trim()),
    "",
    ...members.flatMap((member) => [
      `    ${member.name}: ${member.type}`,
      plainDocstring(member.description),
    ]),
  ].join("\n");
}

/** A class whose members include a keyword is written as a call, and has its docstring below. */
function classDocstringAfter(description: string): string {
  return plainDocstring(description.trim()).replaceAll(/^ {4}/gm, "");
}
