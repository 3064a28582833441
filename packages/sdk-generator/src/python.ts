import { createImports, type Imports } from "./imports.ts";
import {
  changesOf,
  handedOn,
  isNullable,
  parametersOf,
  parameterText,
  type Typing,
} from "./python-arguments.ts";
import { dictionariesModule } from "./python-dictionaries.ts";
import { childDocstring, classDocstring, methodDocstring } from "./python-docstring.ts";
import { pythonModule } from "./python-module.ts";
import { optionParameters, optionsGiven } from "./python-options.ts";
import {
  type Argument,
  type ChildResource,
  type Method,
  methodsIn,
  type Resource,
  type SdkModel,
  snakeCase,
} from "./sdk-model.ts";

/** The hand-written parts of the SDK that generated code uses. */
export interface PythonOptions {
  /** Hand-written classes of records, by the name of the record in the contract. */
  readonly records: Readonly<Record<string, ClassNames>>;
  /** Hand-written base classes that add methods to generated resources, by the name of the resource's class. */
  readonly bases: Readonly<Record<string, ClassNames>>;
  /** The exception class for each status. */
  readonly exceptions: Readonly<Record<number, string>>;
}

/** A class for blocking programs and its counterpart for asynchronous ones, each with its module. */
export interface ClassNames {
  readonly blocking: ClassName;
  readonly awaiting: ClassName;
}

type ClassName = readonly [name: string, module: string];
type Kind = keyof ClassNames;

/** The package with the resources of each kind of program. */
const PACKAGES = {
  blocking: { folder: "resources", verb: "block" },
  awaiting: { folder: "async_resources", verb: "await" },
} as const;

/** The hand-written classes that all resources of a kind use. */
const COMMON: Readonly<Record<Kind, Readonly<Record<"resource" | "session" | "list", ClassName>>>> =
  {
    blocking: {
      resource: ["Resource", ".._resource"],
      session: ["Session", ".._session"],
      list: ["List", "..pagination"],
    },
    awaiting: {
      resource: ["AsyncResource", ".._async_resource"],
      session: ["AsyncSession", ".._async_session"],
      list: ["AsyncList", "..pagination"],
    },
  };

/** Returns the modules of the Python SDK's generated folder, by name. */
export function pythonModules(
  model: SdkModel,
  options: PythonOptions,
): ReadonlyMap<string, string> {
  return new Map([
    ["dictionaries.py", dictionariesModule(model)],
    ["operations.py", operationsModule(model)],
    ...resourceModules({ model, options, kind: "blocking" }),
    ...resourceModules({ model, options, kind: "awaiting" }),
  ]);
}

/** Returns the module with the requests of all operations, for both kinds of program. */
function operationsModule(model: SdkModel): string {
  const imports = createImports();
  imports.use("Operation", ".._operation");
  const functions = methodsIn(model).map((method) => operationFunction(model, imports, method));
  return pythonModule("The requests of all operations.", imports, functions);
}

function operationFunction(model: SdkModel, imports: Imports, method: Method): string {
  const { operation, path, query, body } = method;
  const typing = { model, imports, recordOf: (name: string) => imports.use(name, ".models") };
  const template = templateOf(operation.path, path);
  const parts = [`"${operation.method}"`, `"${template}"`];
  if (path.length > 0) parts.push(`params=${dictionary(path, ({ pythonName }) => pythonName)}`);
  if (query.length > 0) parts.push(`query=${dictionary(query, ({ name }) => name)}`);
  if (body) parts.push(`body=${bodyText(model, imports, method)}`);
  return [
    `def ${functionName(method)}(${parametersOf(typing, method).join(", ")}) -> Operation:`,
    withinLine(`    """\`\`${operation.method} ${template}\`\`."""`),
    `    return Operation(${parts.join(", ")})`,
  ].join("\n");
}

/** Allows a long docstring line, because paths cannot be wrapped. */
function withinLine(text: string): string {
  return text.length <= 100 ? text : `${text}  # noqa: E501`;
}

/**
 * Returns the expression of a body. Arguments that are not given are not sent, unless they are required. Changes are
 * sent as given, with nulls.
 */
function bodyText({ document }: SdkModel, imports: Imports, method: Method): string {
  if (changesOf(method)) return "changes";
  const { members = [], required } = method.body ?? {};
  const isSent = (member: Argument): boolean =>
    member.required && isNullable(document, member.schema);
  const given = dictionary(
    members.filter((member) => !isSent(member)),
    ({ name }) => name,
  );
  const sent = members
    .filter(isSent)
    .map(({ name, pythonName }) => `"${name}": ${pythonName}`)
    .join(", ");
  const text = `${imports.use("given", ".._operation")}(${given})`;
  const whole = sent === "" ? text : `{${sent}, **${text}}`;
  return required ? whole : `${whole} or None`;
}

/** The context in which a resource's module is written. */
interface Writing {
  readonly model: SdkModel;
  readonly options: PythonOptions;
  readonly kind: Kind;
  readonly imports: Imports;
}

/** Returns a module for each resource, one for the client, and the package that exports their classes. */
function resourceModules(parts: Omit<Writing, "imports">): [name: string, text: string][] {
  const { model, kind } = parts;
  const { folder, verb } = PACKAGES[kind];
  const modules = [
    ...model.resources.map(({ name, className }) => ({ name: snakeCase(name), className })),
    { name: "client", className: "Operations" },
  ].map(({ name, className }) => ({ name, className: named(className, kind) }));
  const write = (title: string, declare: (writing: Writing) => readonly string[]): string => {
    const writing = { ...parts, imports: createImports((from) => fromWithin(folder, from)) };
    return pythonModule(title, writing.imports, declare(writing));
  };
  return [
    ...model.resources.map((resource): [string, string] => [
      `${folder}/${snakeCase(resource.name)}.py`,
      write(
        `The operations of \`\`client.${snakeCase(resource.name)}\`\`, for programs that ${verb}.`,
        (writing) => [
          resourceClass(writing, resource),
          exported([named(resource.className, kind)]),
        ],
      ),
    ]),
    [
      `${folder}/client.py`,
      write(`The operations of the API, for programs that ${verb}.`, (writing) => [
        operationsClass(writing),
        exported([named("Operations", kind)]),
      ]),
    ],
    [
      `${folder}/__init__.py`,
      write(`The classes of the resources, for programs that ${verb}.`, ({ imports }) => [
        exported(
          modules.map(({ name, className }) => imports.use(className, `.${folder}.${name}`)),
        ),
      ]),
    ],
  ];
}

/** Converts the specifier of a module for use in a folder of the generated package. */
function fromWithin(folder: string, from: string): string {
  if (!from.startsWith(".")) return from;
  return from.startsWith(`.${folder}.`) ? from.slice(folder.length + 1) : `.${from}`;
}

function exported(names: readonly string[]): string {
  return `__all__ = [\n${[...names]
    .sort()
    .map((name) => `    "${name}",\n`)
    .join("")}]`;
}

function resourceClass(writing: Writing, resource: Resource): string {
  const { options, imports, kind } = writing;
  const { className, description, methods, children } = resource;
  const [base, from] = options.bases[className]?.[kind] ?? COMMON[kind].resource;
  return [
    `class ${named(className, kind)}(${imports.use(base, from)}):`,
    classDocstring(description),
    ...methods.map((method) => `\n${methodText(writing, method)}`),
    ...children.map((child) => `\n${childText(writing, child, resource)}`),
  ].join("\n");
}

/** Writes a method that returns the resource of a parent, with the same methods. */
function childText(writing: Writing, child: ChildResource, parent: Resource) {
  const { model, imports, kind } = writing;
  const { resource, path, parameter } = child;
  const name = snakeCase(resource.name);
  const className = imports.use(
    named(resource.className, kind),
    `.${PACKAGES[kind].folder}.${name}`,
  );
  const params = dictionary([parameter], ({ pythonName }) => pythonName);
  const within = `${imports.use("Parent", ".._operation")}("${templateOf(path, [parameter])}", ${params})`;
  const said = `The ${resource.name} of one of the ${parent.name}: the same methods as \`client.${name}\`.`;
  return [
    `    def ${name}(self, ${parameterText(typingOf(writing), parameter)}) -> ${className}:`,
    childDocstring(model, said, parameter),
    `        return ${className}(self._session, ${within})`,
  ].join("\n");
}

/** Writes the base class of the client, with its methods and its resources. */
function operationsClass(writing: Writing): string {
  const { model, imports, kind } = writing;
  const { resource, session } = COMMON[kind];
  for (const { name, className } of model.resources)
    imports.use(named(className, kind), `.${PACKAGES[kind].folder}.${snakeCase(name)}`);
  const fields = model.resources.map(({ name, className, description }) =>
    [`    ${snakeCase(name)}: ${named(className, kind)}`, classDocstring(description)].join("\n"),
  );
  const made = model.resources.map(
    ({ name, className }) => `        self.${snakeCase(name)} = ${named(className, kind)}(session)`,
  );
  return [
    `class ${named("Operations", kind)}(${imports.use(...resource)}):`,
    classDocstring("The operations of the API: what a client consists of."),
    "",
    ...fields,
    "",
    `    def __init__(self, session: ${imports.use(...session)}) -> None:`,
    "        super().__init__(session)",
    ...made,
    ...model.methods.map((method) => `\n${methodText(writing, method)}`),
  ].join("\n");
}

function methodText(writing: Writing, method: Method): string {
  const { model, options, imports, kind } = writing;
  const { list } = COMMON[kind];
  const { result } = method;
  const isList = result.kind === "list";
  const record = result.kind === "nothing" ? undefined : recordOf(writing, result.type);
  const returned = isList ? `${imports.use(...list)}[${record}]` : (record ?? "None");
  const parameters = [
    "self",
    ...parametersOf(typingOf(writing), method, optionParameters(imports, method)),
  ].join(", ");
  const isAwaited = kind === "awaiting" && !isList;
  const verb = { list: "_list", object: "_send", nothing: "_send_nothing" }[result.kind];
  // Written inline, because a variable could have the name of an argument.
  const operation = `${imports.use("operations", ".")}.${functionName(method)}(${handedOn(method).join(", ")})`;
  const sent = [operation, record, optionsGiven(imports, method)].filter(Boolean).join(", ");
  const call = `${isAwaited ? "await " : ""}self.${verb}(${sent})`;
  return [
    `    ${isAwaited ? "async " : ""}def ${snakeCase(method.name)}(${parameters}) -> ${returned}:`,
    methodDocstring(model, method, options.exceptions),
    `        ${record === undefined ? call : `return ${call}`}`,
  ].join("\n");
}

function typingOf(writing: Writing): Typing {
  return { ...writing, recordOf: (name) => recordOf(writing, name) };
}

function recordOf({ options, imports, kind }: Writing, name: string): string {
  const [own, module] = options.records[name]?.[kind] ?? [name, ".models"];
  return imports.use(own, module);
}

/** Replaces the parameters of a path with their Python names. */
function templateOf(path: string, parameters: readonly Argument[]): string {
  return parameters.reduce(
    (template, { name, pythonName }) => template.replace(`{${name}}`, `{${pythonName}}`),
    path,
  );
}

/** Converts the operation `listDatasets` to `list_datasets`. */
function functionName({ operation }: Method): string {
  return snakeCase(operation.id);
}

function named(className: string, kind: Kind): string {
  return kind === "blocking" ? className : `Async${className}`;
}

function dictionary(list: readonly Argument[], keyOf: (argument: Argument) => string): string {
  return `{${list.map((argument) => `"${keyOf(argument)}": ${argument.pythonName}`).join(", ")}}`;
}
