import { isReference, nameOf, resolve, type Schema } from "@sinkove/openapi/document";
import { onlyPart } from "@sinkove/openapi/limits";
import { dictionaryName, objectNameOf } from "./dictionary-names.ts";
import type { Imports } from "./imports.ts";
import { pascalCase } from "./prose.ts";
import type { Argument, Body, Method, SdkModel } from "./sdk-model.ts";

/** The body of a PATCH, which is one argument: a member that is None is not one that is absent. */
export function changesOf({ operation, body }: Method): Body | undefined {
  return operation.method === "PATCH" ? body : undefined;
}

/** What a method takes beside its changes: what is required comes first, and can be given by its place. */
export function positionalFirst(method: Method): readonly Argument[] {
  const { path, query, body } = method;
  const all = [...path, ...(changesOf(method) ? [] : (body?.members ?? [])), ...query];
  return [...all.filter(({ required }) => required), ...all.filter(({ required }) => !required)];
}

/** What the types of arguments are written with. */
export interface Typing {
  readonly model: SdkModel;
  readonly imports: Imports;
  /** The name of a record's class, imported. */
  readonly recordOf: (schemaName: string) => string;
}

/** The parameters of a function, in its definition; `others` follow, by name only. */
export function parametersOf(
  typing: Typing,
  method: Method,
  others: readonly string[] = [],
): string[] {
  const all = positionalFirst(method);
  const optional = all.filter(({ required }) => !required);
  return [
    ...all.filter(({ required }) => required).map((argument) => parameterText(typing, argument)),
    ...changes(typing, method),
    ...(optional.length > 0 || others.length > 0 ? ["*"] : []),
    ...optional.map((argument) => parameterText(typing, argument)),
    ...others,
  ];
}

function changes({ imports }: Typing, method: Method): string[] {
  const { type } = changesOf(method) ?? {};
  return type === undefined
    ? []
    : [`changes: ${imports.use(dictionaryName(type), ".dictionaries")}`];
}

/** The same, in a call that hands them on. */
export function handedOn(method: Method): string[] {
  const all = positionalFirst(method);
  const nameOfOne = ({ pythonName }: Argument): string => pythonName;
  return [
    ...all.filter(({ required }) => required).map(nameOfOne),
    ...(changesOf(method) ? ["changes"] : []),
    ...all
      .filter(({ required }) => !required)
      .map(nameOfOne)
      .map((name) => `${name}=${name}`),
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

/** The type of an argument: more than what is sent, such as a `UUID` for an id. */
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

/** An id, or the record that has it: a `Model` for `modelId`. */
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
