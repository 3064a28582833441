import { isReference, nameOf, resolve, type Schema } from "@sinkove/openapi/document";
import { onlyPart } from "@sinkove/openapi/limits";
import { type PythonArguments, pythonArguments } from "@sinkove/openapi/sdk-arguments";
import { dictionaryName, objectNameOf } from "./dictionary-names.ts";
import type { Imports } from "./imports.ts";
import { pascalCase } from "./prose.ts";
import type { Argument, Body, Method, SdkModel } from "./sdk-model.ts";

/** Returns the body of a PATCH. It is a single argument, because None and absent differ in it. */
export function changesOf({ operation, body }: Method): Body | undefined {
  return operation.method === "PATCH" ? body : undefined;
}

/** Returns the arguments except changes. Required arguments come first and can be positional. */
export function positionalFirst(method: Method): readonly Argument[] {
  const { positional, keywordOnly } = argumentsOf(method);
  return [...positional, ...keywordOnly];
}

function argumentsOf(method: Method): PythonArguments<Argument> {
  return pythonArguments(method, method.operation.method);
}

/** The context in which the types of arguments are written. */
export interface Typing {
  readonly model: SdkModel;
  readonly imports: Imports;
  /** Imports the class of a record and returns its name. */
  readonly recordOf: (schemaName: string) => string;
}

/** Returns the parameters of a function definition. `others` follow as keyword-only parameters. */
export function parametersOf(
  typing: Typing,
  method: Method,
  others: readonly string[] = [],
): string[] {
  const { positional, keywordOnly } = argumentsOf(method);
  return [
    ...positional.map((argument) => parameterText(typing, argument)),
    ...changes(typing, method),
    ...(keywordOnly.length > 0 || others.length > 0 ? ["*"] : []),
    ...keywordOnly.map((argument) => parameterText(typing, argument)),
    ...others,
  ];
}

function changes({ imports }: Typing, method: Method): string[] {
  const { type } = changesOf(method) ?? {};
  return type === undefined
    ? []
    : [`changes: ${imports.use(dictionaryName(type), ".dictionaries")}`];
}

/** Returns the arguments of a call that passes on all parameters. */
export function handedOn(method: Method): string[] {
  const { positional, keywordOnly } = argumentsOf(method);
  return [
    ...positional.map(({ pythonName }) => pythonName),
    ...(changesOf(method) ? ["changes"] : []),
    ...keywordOnly.map(({ pythonName }) => `${pythonName}=${pythonName}`),
  ];
}

export function parameterText(typing: Typing, argument: Argument): string {
  const { pythonName, required, schema } = argument;
  const type = typeOf(typing, argument);
  if (!required) return `${pythonName}: ${type} | None = None`;
  return `${pythonName}: ${type}${isNullable(typing.model.document, schema) ? " | None" : ""}`;
}

/** Whether a value may be null. */
export function isNullable(document: SdkModel["document"], schema: Schema): boolean {
  const target = isReference(schema) ? resolve<Schema>(document, schema) : schema;
  const parts = [...(target.oneOf ?? []), ...(target.anyOf ?? [])];
  return [target, ...parts].some((part) => [part.type].flat().includes("null"));
}

/** Returns the type of an argument. It may be wider than the type in JSON, such as `UUID` for an ID. */
export function typeOf(typing: Typing, argument: Pick<Argument, "name" | "schema">): string {
  const { model, imports } = typing;
  const { name, schema } = argument;
  const typeOfPart = (part: Schema): string => typeOf(typing, { name, schema: part });
  const object = objectNameOf(model, schema);
  if (object !== undefined) return dictionaryType(imports, object);
  const only = onlyPart(schema);
  if (only) return typeOfPart(only);
  const target = isReference(schema) ? resolve<Schema>(model.document, schema) : schema;
  if (target.enum && isReference(schema)) return imports.use(nameOf(schema), ".models");
  if (target.enum) {
    const values = target.enum.map((value) => JSON.stringify(value)).join(", ");
    return `${imports.use("Literal", "typing")}[${values}]`;
  }
  if (target.format === "uuid") return idType(typing, name);
  if (target.format === "date-time") return imports.use("Time", ".._options");
  if (isReference(schema)) return typeOfPart(target);
  const types = [target.type].flat().filter((type) => type !== "null");
  if (types.includes("array") && target.items)
    return `${imports.use("Sequence", "collections.abc")}[${typeOfPart(target.items)}]`;
  const [scalar] = types.flatMap((type) => SCALARS.get(type ?? "") ?? []);
  return scalar ?? mapping(imports);
}

function dictionaryType(imports: Imports, schemaName: string): string {
  return imports.use(dictionaryName(schemaName), ".dictionaries");
}

/** Returns the type of an ID, which also accepts the record: a `Model` for `modelId`. */
function idType({ model, imports, recordOf }: Typing, name: string): string {
  const id = imports.use("Id", ".._options");
  const schemaName = pascalCase(name.replace(/Ids?$/, ""));
  return model.document.components?.schemas?.[schemaName] ? `${id} | ${recordOf(schemaName)}` : id;
}

const SCALARS: ReadonlyMap<string, string> = new Map([
  ["integer", "int"],
  ["number", "float"],
  ["boolean", "bool"],
  ["string", "str"],
]);

function mapping(imports: Imports): string {
  return `${imports.use("Mapping", "collections.abc")}[str, ${imports.use("Any", "typing")}]`;
}
