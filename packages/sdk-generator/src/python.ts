import { isReference, nameOf, resolve, type Schema } from "@sinkove/openapi/document";
import { followed, onlyPart } from "@sinkove/openapi/limits";
import { formatPython } from "./format.ts";
import { createImports, type ImportedModule, type Imports } from "./imports.ts";
import { needsOf, paragraphsOf, sentence, wrap } from "./prose.ts";
import {
  type Argument,
  type ChildResource,
  type Method,
  type Resource,
  type SdkModel,
  snakeCase,
} from "./sdk-model.ts";

/** What the SDK has by hand, beside what is generated. */
export interface PythonOptions {
  /** Classes that stand in for a record of the contract, by its name. */
  readonly records: Readonly<Record<string, Places>>;
  /** Classes that a resource is based on, which add methods to the generated ones, by its class. */
  readonly bases: Readonly<Record<string, Places>>;
  /** The exception that a status is raised as. */
  readonly exceptions: Readonly<Record<number, string>>;
}

/** A class for programs that block, and one for programs that await: each a name and its module. */
export interface Places {
  readonly blocking: readonly [name: string, module: string];
  readonly awaiting: readonly [name: string, module: string];
}

const WIDTH = 100;
const NOTE = "Generated from the contract. Do not edit; run ``npm run generate``.";

/** The modules of the Python SDK's generated folder, by name. */
export function pythonModules(
  model: SdkModel,
  options: PythonOptions,
): ReadonlyMap<string, string> {
  return new Map([
    ["operations.py", operationsModule(model)],
    ["resources.py", resourcesModule(model, options, "blocking")],
    ["async_resources.py", resourcesModule(model, options, "awaiting")],
  ]);
}

/** The requests of all operations, for both kinds of program. */
function operationsModule(model: SdkModel): string {
  const imports = createImports();
  imports.use("Operation", ".._core");
  const methods = [...model.methods, ...model.resources.flatMap((resource) => resource.methods)];
  const functions = methods.map((method) => operationFunction(model, imports, method));
  return printed("The requests of all operations.", imports, functions);
}

function operationFunction(model: SdkModel, imports: Imports, method: Method): string {
  const { operation, path, query, body } = method;
  const template = operation.path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => `{${snakeCase(name)}}`,
  );
  const parts = [
    `"${operation.method}"`,
    `"${template}"`,
    ...(path.length > 0
      ? [`params=${dictionary(path.map(({ pythonName }) => [pythonName, pythonName]))}`]
      : []),
    ...(query.length > 0
      ? [`query=${dictionary(query.map(({ name, pythonName }) => [name, pythonName]))}`]
      : []),
    ...(body ? [`body=${bodyText(imports, method)}`] : []),
  ];
  const name = functionName(method);
  return [
    signature(`def ${name}`, parametersOf(model, imports, method), "Operation"),
    `    """\`\`${operation.method} ${template}\`\`."""`,
    `    return Operation(${parts.join(", ")})`,
  ].join("\n");
}

/** Members that are not given are not sent; a change sends what it is given, null as well. */
function bodyText(imports: Imports, { operation, body }: Method): string {
  if (operation.method === "PATCH") return "changes";
  const given = imports.use("given", ".._core");
  const members = dictionary(
    (body?.members ?? []).map(({ name, pythonName }) => [name, pythonName]),
  );
  return `${given}(${members})${body?.required ? "" : " or None"}`;
}

type Kind = keyof Places;

function resourcesModule(model: SdkModel, options: PythonOptions, kind: Kind): string {
  const imports = createImports();
  const classes = [
    ...model.resources.map((resource) =>
      resourceClass(model, options, { imports, kind, resource }),
    ),
    operationsClass(model, options, { imports, kind }),
  ];
  const names = [...model.resources.map(({ className }) => className), "Operations"].map((name) =>
    named(name, kind),
  );
  const all = `__all__ = [\n${names
    .sort()
    .map((name) => `    "${name}",\n`)
    .join("")}]`;
  const title = kind === "blocking" ? "block" : "await";
  return printed(`The operations of the API, for programs that ${title}.`, imports, [
    ...classes,
    all,
  ]);
}

interface Writing {
  readonly imports: Imports;
  readonly kind: Kind;
}

/** In the order of their dependencies no class needs another: annotations are not evaluated, methods run later. */
function resourceClass(
  model: SdkModel,
  options: PythonOptions,
  { resource, ...writing }: Writing & { readonly resource: Resource },
): string {
  const { className, description, methods, children } = resource;
  const base = options.bases[className]?.[writing.kind] ?? resourceBase(writing.kind);
  const members = [
    ...methods.map((method) => methodText(model, options, { ...writing, method })),
    ...children.map((child) => childText(model, writing, { child, parent: resource })),
  ];
  return [
    `class ${named(className, writing.kind)}(${writing.imports.use(...base)}):`,
    docstring(paragraphsOf(description), [], "    "),
    "",
    members.join("\n\n"),
  ].join("\n");
}

function resourceBase(kind: Kind): readonly [string, string] {
  return kind === "blocking" ? ["Resource", ".._objects"] : ["AsyncResource", ".._async_objects"];
}

function childText(
  model: SdkModel,
  { imports, kind }: Writing,
  { child, parent }: { readonly child: ChildResource; readonly parent: Resource },
): string {
  const { resource, path, parameter } = child;
  const { pythonName } = parameter;
  const name = snakeCase(resource.name);
  const className = named(resource.className, kind);
  const template = path.replaceAll(/\{(\w+)\}/g, (_, each: string) => `{${snakeCase(each)}}`);
  return [
    signature(`    def ${name}`, ["self", parameterText(model, imports, parameter)], className),
    docstring(
      [
        `The ${resource.name} of one of the ${parent.name}: the same methods as \`client.${name}\`.`,
      ],
      argumentsBlock(model, [parameter]),
      "        ",
    ),
    `        return ${className}(self._home, ${imports.use("Parent", ".._core")}("${template}", {"${pythonName}": ${pythonName}}))`,
  ].join("\n");
}

/** The client's own methods, and its resources. */
function operationsClass(model: SdkModel, options: PythonOptions, writing: Writing): string {
  const { kind, imports } = writing;
  const [base, module] = resourceBase(kind);
  const [home] = kind === "blocking" ? ["Home"] : ["AsyncHome"];
  const fields = model.resources.flatMap(({ name, className, description }) => [
    `    ${snakeCase(name)}: ${named(className, kind)}`,
    docstring(paragraphsOf(description), [], "    "),
  ]);
  return [
    `class ${named("Operations", kind)}(${imports.use(base, module)}):`,
    '    """The operations of the API: what a client consists of."""',
    "",
    ...fields,
    "",
    `    def __init__(self, home: ${imports.use(home ?? "", module)}) -> None:`,
    "        super().__init__(home)",
    ...model.resources.map(
      ({ name, className }) => `        self.${snakeCase(name)} = ${named(className, kind)}(home)`,
    ),
    "",
    model.methods.map((method) => methodText(model, options, { ...writing, method })).join("\n\n"),
  ].join("\n");
}

function methodText(
  model: SdkModel,
  options: PythonOptions,
  { method, imports, kind }: Writing & { readonly method: Method },
): string {
  const { result, operation } = method;
  const isAwaited = kind === "awaiting" && result.kind !== "list";
  imports.use("operations", ".");
  const record =
    result.kind === "nothing" ? "None" : recordOf(options, imports, { name: result.type, kind });
  const list = kind === "blocking" ? "List" : "AsyncList";
  const module = resourceBase(kind)[1];
  const returned = result.kind === "list" ? `${imports.use(list, module)}[${record}]` : record;
  const parameters = [
    "self",
    ...parametersOf(model, imports, method),
    `**options: ${imports.type("Unpack", "typing_extensions")}[${imports.use("RequestOptions", ".._options")}]`,
  ];
  const request = `operations.${functionName(method)}(${argumentNames(method).join(", ")})`;
  const verb = { list: "self._list", object: "self._send", nothing: "self._send_nothing" }[
    result.kind
  ];
  const sent = [...(result.kind === "nothing" ? [] : [record]), "options"].join(", ");
  return [
    signature(
      `    ${isAwaited ? "async " : ""}def ${snakeCase(method.name)}`,
      parameters,
      returned,
    ),
    docstring(
      [sentence(operation.summary), ...paragraphsOf(operation.description), ...needsOf(operation)],
      [
        ...argumentsBlock(model, argumentsOf(method), method),
        ...["", "Returns:", `\t${sentence(method.returns)}`],
        ...raisesBlock(options, method),
      ],
      "        ",
    ),
    `        operation = ${request}`,
    `        ${result.kind === "nothing" ? "" : "return "}${isAwaited ? "await " : ""}${verb}(operation, ${sent})`,
  ].join("\n");
}

function recordOf(
  { records }: PythonOptions,
  imports: Imports,
  { name, kind }: { readonly name: string; readonly kind: Kind },
): string {
  const own = records[name];
  if (own) return imports.use(own[kind][0], own[kind][1]);
  return imports.use(name, ".models");
}

/** What a method takes of its caller: what is required can be given by its place. */
function argumentsOf({ path, query, body, operation }: Method): readonly Argument[] {
  const members = operation.method === "PATCH" || !body ? [] : body.members;
  const all = [...path, ...members, ...query];
  return [...all.filter(({ required }) => required), ...all.filter(({ required }) => !required)];
}

function parametersOf(model: SdkModel, imports: Imports, method: Method): string[] {
  const all = argumentsOf(method);
  const isChange = method.operation.method === "PATCH" && method.body;
  const required = all.filter(({ required: needed }) => needed);
  const optional = all.filter(({ required: needed }) => !needed);
  return [
    ...required.map((argument) => parameterText(model, imports, argument)),
    ...(isChange
      ? [
          `changes: ${imports.use("Mapping", "collections.abc")}[str, ${imports.use("Any", "typing")}]`,
        ]
      : []),
    ...(optional.length > 0 ? ["*"] : []),
    ...optional.map((argument) => parameterText(model, imports, argument)),
  ];
}

function argumentNames(method: Method): string[] {
  const isChange = method.operation.method === "PATCH" && method.body;
  const all = argumentsOf(method);
  return [
    ...all.filter(({ required }) => required).map(({ pythonName }) => pythonName),
    ...(isChange ? ["changes"] : []),
    ...all
      .filter(({ required }) => !required)
      .map(({ pythonName }) => `${pythonName}=${pythonName}`),
  ];
}

function parameterText(model: SdkModel, imports: Imports, argument: Argument): string {
  const { pythonName, required, schema } = argument;
  const type = typeOf(model, imports, schema);
  if (required) return `${pythonName}: ${type}`;
  return `${pythonName}: ${type.endsWith("| None") ? type : `${type} | None`} = None`;
}

/** The type of an argument: more than what is sent, such as a `UUID` for an id. */
function typeOf(model: SdkModel, imports: Imports, schema: Schema): string {
  const only = onlyPart(schema);
  if (only) return typeOf(model, imports, only);
  const target = isReference(schema) ? resolve<Schema>(model.document, schema) : schema;
  if (target.enum && isReference(schema)) return imports.use(nameOf(schema), ".models");
  if (target.enum)
    return `${imports.use("Literal", "typing")}[${target.enum.map((value) => JSON.stringify(value)).join(", ")}]`;
  if (target.format === "uuid") return imports.use("Id", ".._options");
  if (target.format === "date-time") return imports.use("Time", ".._options");
  if (isReference(schema)) return typeOf(model, imports, target);
  const types = [target.type].flat().filter((type) => type !== "null");
  if (types.includes("array") && target.items)
    return `${imports.use("Sequence", "collections.abc")}[${typeOf(model, imports, target.items)}]`;
  if (types.includes("integer")) return "int";
  if (types.includes("number")) return "float";
  if (types.includes("boolean")) return "bool";
  if (types.includes("string")) return "str";
  return `${imports.use("Mapping", "collections.abc")}[str, ${imports.use("Any", "typing")}]`;
}

function argumentsBlock(
  { document }: SdkModel,
  list: readonly Argument[],
  method?: Method,
): string[] {
  const changes = method?.operation.method === "PATCH" ? method.body : undefined;
  const lines = [
    ...list.map(({ pythonName, description, schema }) =>
      [`${pythonName}: ${description}`, ...valuesOf(followed(document, schema))].join(" "),
    ),
    ...(changes
      ? [
          `changes: ${sentence(changes.description)} ${changes.members.map(({ name, description }) => `\`${name}\`: ${description}`).join(" ")}`,
        ]
      : []),
    ...(method ? ["options: Of this call alone: time limits, retries, headers."] : []),
  ];
  return lines.length === 0 ? [] : ["Args:", ...lines.map((line) => `\t${line}`)];
}

/** Notebooks show the name of a type, and not what it stands for. */
function valuesOf({ enum: values = [] }: Schema): string[] {
  if (values.length === 0) return [];
  return [`One of ${values.map((value) => `\`${value}\``).join(", ")}.`];
}

/** The errors that say something about this operation; any can be refused or fail. */
function raisesBlock({ exceptions }: PythonOptions, { operation }: Method): string[] {
  const told = operation.responses.flatMap(({ status, codes }) => {
    const exception = exceptions[status];
    return exception === undefined || codes.length === 0
      ? []
      : [`\t${exception}: ${codes.map((code) => `\`${code}\``).join(", ")}.`];
  });
  return told.length === 0 ? [] : ["", "Raises:", ...told];
}

/** In snake case, of the operation's id: \`list_datasets\`. */
function functionName({ operation }: Method): string {
  return snakeCase(operation.id);
}

function named(className: string, kind: Kind): string {
  return kind === "blocking" ? className : `Async${className}`;
}

function dictionary(pairs: readonly (readonly [string, string])[]): string {
  return `{${pairs.map(([name, value]) => `"${name}": ${value}`).join(", ")}}`;
}

function signature(head: string, parameters: readonly string[], returned: string): string {
  return `${head}(${parameters.join(", ")}) -> ${returned}:`;
}

/** Paragraphs, then a block whose lines with a tab are items. */
function docstring(
  paragraphs: readonly string[],
  block: readonly string[],
  indent: string,
): string {
  const width = WIDTH - indent.length;
  const [first = "", ...others] = paragraphs.map((text) =>
    text.replaceAll("`", "``").replaceAll("\\", "\\\\"),
  );
  if (others.length === 0 && block.length === 0 && first.length + 6 <= width)
    return `${indent}"""${first}"""`;
  const lines = [
    ...wrap(`"""${first}`, width),
    ...others.flatMap((text) => ["", ...wrap(text, width)]),
    ...(block.length > 0 ? [""] : []),
    ...block.flatMap((line) => itemLines(line, width)),
    '"""',
  ];
  return lines.map((line) => (line === "" ? "" : `${indent}${line}`)).join("\n");
}

function itemLines(line: string, width: number): string[] {
  if (!line.startsWith("\t")) return [line];
  const [first = "", ...others] = wrap(line.slice(1).replaceAll("`", "``"), width - 8);
  return [`    ${first}`, ...others.map((each) => `        ${each}`)];
}

function printed(title: string, imports: Imports, declarations: readonly string[]): string {
  const modules = imports.list();
  const forTypes = modules.filter(({ from }) => from === "typing_extensions");
  if (forTypes.length > 0) imports.use("TYPE_CHECKING", "typing");
  const others = imports.list().filter(({ from }) => from !== "typing_extensions");
  const isLocal = ({ from }: ImportedModule): boolean => from.startsWith(".");
  const parts = [
    `"""${title}\n\n${NOTE}\n"""`,
    "from __future__ import annotations",
    others
      .filter((each) => !isLocal(each))
      .map(importLine)
      .join("\n"),
    others.filter(isLocal).map(importLine).join("\n"),
    ...forTypes.map((each) => `if TYPE_CHECKING:\n    ${importLine(each)}`),
    ...declarations,
  ];
  return formatPython(parts.join("\n\n"));
}

function importLine({ from, names }: Pick<ImportedModule, "from" | "names">): string {
  return `from ${from} import ${[...names].sort(byKind).join(", ")}`;
}

/** As ruff sorts: constants, classes, then the rest. */
function byKind(a: string, b: string): number {
  const kind = (name: string): number =>
    /^[A-Z_]+$/.test(name) && name.length > 1 ? 0 : /^[A-Z]/.test(name) ? 1 : 2;
  return kind(a) - kind(b) || (a < b ? -1 : 1);
}
