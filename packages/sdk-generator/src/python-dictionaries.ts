import { isReference, resolve, type Schema } from "@sinkove/openapi/document";
import { describe } from "@sinkove/openapi/limits";
import { dictionaryName, objectNameOf } from "./dictionary-names.ts";
import { createImports, type Imports } from "./imports.ts";
import { wrap } from "./prose.ts";
import { changesOf, type Typing, typeOf } from "./python-arguments.ts";
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
  const names = methodsIn(model).flatMap((method) => {
    const changes = changesOf(method);
    const members = method.body?.members ?? [];
    return [
      ...(changes ? [changes.type] : []),
      ...members.flatMap(({ schema }) => objectNameOf(model, schema) ?? []),
    ];
  });
  return [...new Set(names)].sort((a, b) => (dictionaryName(a) < dictionaryName(b) ? -1 : 1));
}

function dictionaryClass(typing: Typing, name: string): string {
  const { document } = typing.model;
  const schema = resolve<Schema>(document, { $ref: `#/components/schemas/${name}` });
  const { properties = {}, required = [], description = "" } = schema;
  const all = required.length === Object.keys(properties).length;
  const none = required.length === 0;
  const members = Object.entries(properties).flatMap(([member, part]) => {
    const type = nullable(document, part, typeOf(typing, { name: member, schema: part }));
    const isOptional = !(all || none || required.includes(member));
    const written = isOptional
      ? `${typing.imports.type("NotRequired", "typing_extensions")}[${type}]`
      : type;
    return [`    ${member}: ${written}`, docstring(describe(document, part))];
  });
  return [
    `class ${dictionaryName(name)}(${typing.imports.use("TypedDict", "typing")}${none ? ", total=False" : ""}):`,
    docstring(description.trim()),
    "",
    ...members,
  ].join("\n");
}

function docstring(text: string): string {
  const [first = "", ...others] = wrap(
    text.replaceAll("\\", "\\\\").replaceAll("`", "``").replace(/"$/, '\\"'),
    90,
  );
  const lines = others.length === 0 ? [`"""${first}"""`] : [`"""${first}`, ...others, '"""'];
  return lines.map((line) => `    ${line}`).join("\n");
}

function nullable(document: SdkModel["document"], schema: Schema, type: string): string {
  const target = isReference(schema) ? resolve<Schema>(document, schema) : schema;
  const parts = [...(target.oneOf ?? []), ...(target.anyOf ?? [])];
  const isNullable = [target, ...parts].some((part) => [part.type].flat().includes("null"));
  return isNullable ? `${type} | None` : type;
}
