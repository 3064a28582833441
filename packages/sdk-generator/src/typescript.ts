import {
  type Document,
  isReference,
  nameOf,
  resolve,
  type Schema,
} from "@sinkove/openapi/document";
import { followed, onlyPart } from "@sinkove/openapi/limits";
import { bodyAndQuery } from "@sinkove/openapi/sdk-arguments";
import { formatTypescript } from "./format.ts";
import { createImports, type Imports } from "./imports.ts";
import { NOTICE, needsOf, paragraphsOf, pascalCase, sentence, wrap } from "./prose.ts";
import {
  type Argument,
  type Body,
  type ChildResource,
  kebabCase,
  type Method,
  methodsIn,
  type Resource,
  type SdkModel,
} from "./sdk-model.ts";

/** The hand-written parts of the SDK that generated code uses. */
export interface TypescriptOptions {
  /** Classes that extend generated ones: their module, relative to the generated modules, by class name. */
  readonly extended: Readonly<Record<string, string>>;
}

/** The width of comments. They are indented twice and have a margin. */
const COMMENT_WIDTH = 92;
const HEADER = `// ${NOTICE} \`npm run generate\`.`;

/** Returns the modules of the TypeScript SDK's generated folder, by name. */
export function typescriptModules(
  model: SdkModel,
  { extended }: TypescriptOptions,
): ReadonlyMap<string, string> {
  const moduleOf = (className: string, name: string): string =>
    extended[className] ?? `./${kebabCase(name)}.ts`;
  const classOf = (imports: Imports, { className, name }: ChildResource["resource"]): string =>
    imports.use(className, moduleOf(className, name));
  const resources = model.resources.map((resource) => {
    const imports = createImports();
    const body = resourceClass(imports, resource, (child) => classOf(imports, child));
    return [`${kebabCase(resource.name)}.ts`, printed(imports, [body])] as const;
  });
  const imports = createImports();
  const operations = operationsClass(imports, model, (resource) => classOf(imports, resource));
  const methods = methodsIn(model);
  const index = [
    'export type * from "./bodies.ts";',
    'export type * from "./codes.ts";',
    'export type * from "./queries.ts";',
    ...model.resources.map(({ className, name }) => {
      return `export type { ${className} } from "${moduleOf(className, name)}";`;
    }),
  ];
  return new Map([
    ...resources,
    ["operations.ts", printed(imports, [operations])],
    ["codes.ts", printed(createImports(), methods.map(codesType))],
    ["queries.ts", queriesModule(model, methods)],
    ["bodies.ts", bodiesModule(model, methods)],
    ["index.ts", printed(createImports(), [index.join("\n")])],
  ]);
}

type ClassOf = (resource: ChildResource["resource"]) => string;

function resourceClass(imports: Imports, resource: Resource, classOf: ClassOf): string {
  const { className, description, methods, children } = resource;
  return `${comment(paragraphsOf(description))}
    export class ${className} {
      /** @internal */
      protected readonly core: ${imports.type("Core", "../core.ts")};

      /** @internal */
      constructor(core: Core) {
        this.core = core;
      }

      ${[
        ...methods.map((method) => methodText(imports, method)),
        ...children.map((child) => childText(child, resource, classOf)),
      ].join("\n\n")}
    }`;
}

/** Writes a method that returns the resource of a parent, with the same methods. */
function childText(
  { resource, path, parameter }: ChildResource,
  parent: Resource,
  classOf: ClassOf,
) {
  const { name } = resource;
  const said = `The ${name} of one of the ${parent.name}: the same methods as \`sinkove.${name}\`.`;
  return `${comment([said], [`@param ${parameter.name} - ${parameter.description}`])}
    ${name}(${parameter.name}: string): ${resource.className} {
      return new ${classOf(resource)}(this.core.within({ ${targetOf(path).join(", ")} }));
    }`;
}

/** Writes the base class of the client, with its methods and its resources. */
function operationsClass(imports: Imports, { methods, resources }: SdkModel, classOf: ClassOf) {
  const fields = resources.map(
    ({ name, className, description }) =>
      `${comment(paragraphsOf(description))}\nreadonly ${name}: ${className};`,
  );
  return `/** The operations of the API: what a client consists of. */
    export class Operations {
      ${fields.join("\n")}
      /** @internal */
      protected readonly core: ${imports.type("Core", "../core.ts")};

      /** @internal */
      constructor(core: Core) {
        this.core = core;
        ${resources.map((each) => `this.${each.name} = new ${classOf(each)}(core);`).join("\n")}
      }

      ${methods.map((method) => methodText(imports, method)).join("\n\n")}
    }`;
}

function codesType({ operation: { id, path, method }, codes }: Method): string {
  return `/** The error codes of \`${method} ${path}\`. */
    export type ${codesName(id)} =${codes.map((code) => `\n | "${code}"`).join("") || " never"};`;
}

function queriesModule(model: SdkModel, methods: readonly Method[]): string {
  const imports = createImports();
  const queries = methods.filter(({ query }) => query.length > 0);
  return printed(
    imports,
    queries.map((method) => queryInterface(imports, model, method)),
  );
}

/** Writes an interface for the filters and the paging parameters of a list. */
function queryInterface(imports: Imports, model: SdkModel, { query, operation }: Method): string {
  const members = query.map(({ name, required, description, schema, isDeprecated }) => {
    const type = typeOf(imports, model, schema);
    return `${comment([description], isDeprecated ? ["@deprecated"] : [])}
      readonly ${name}${required ? "" : "?"}: ${type}${required ? "" : " | undefined"};`;
  });
  return `/** The query of \`${operation.method} ${operation.path}\`. */
    export interface ${queryName(operation.id)} {
      ${members.join("\n")}
    }`;
}

function bodiesModule({ document }: SdkModel, methods: readonly Method[]): string {
  const imports = createImports();
  const bodies = methods.flatMap(({ operation, body }) =>
    body ? [bodyInterface(imports, document, operation, body)] : [],
  );
  return printed(imports, bodies);
}

/**
 * Writes an interface for the body of a method, based on the contract's schema. Optional fields also accept undefined
 * under `exactOptionalPropertyTypes`, and timestamps also accept a `Date`.
 */
function bodyInterface(
  imports: Imports,
  document: Document,
  { id, method, path }: Method["operation"],
  body: Body,
): string {
  const schemaType = imports.type(body.type, "@sinkove/contract");
  const members = body.members.map(({ name, required, description, schema, isDeprecated }) => {
    const isMoment = followed(document, schema).format === "date-time";
    const type = `${schemaType}["${name}"]${isMoment ? " | Date" : ""}`;
    return `${comment([description], isDeprecated ? ["@deprecated"] : [])}
      readonly ${name}${required ? "" : "?"}: ${type}${required ? "" : " | undefined"};`;
  });
  return `/** The body of \`${method} ${path}\`. */
    export interface ${bodyName(id)} {
      ${members.join("\n")}
    }`;
}

function methodText(imports: Imports, method: Method): string {
  const { operation, path, query, body, result } = method;
  const parameters = [
    ...path.map(({ name }) => `${name}: string`),
    ...bodyAndQuery(method).map((part) =>
      part === "body" ? bodyParameter(imports, method) : queryParameter(imports, method),
    ),
    `options?: ${imports.type("RequestOptions", "../options.ts")}`,
  ];
  const members = [
    ...targetOf(operation.path),
    ...(query.length > 0 ? ["query"] : []),
    ...(body ? ["body"] : []),
  ];
  const sent = `{ ${members.join(", ")} }, options`;
  const type = result.kind === "nothing" ? "void" : imports.type(result.type, "@sinkove/contract");
  if (result.kind === "list")
    return `${methodComment(method)}
      ${method.name}(${parameters.join(", ")}): List<${type}> {
        return new ${imports.use("List", "../list.ts")}(this.core, ${sent});
      }`;
  const codes = imports.type(codesName(operation.id), "./codes.ts");
  // Of a DELETE, the core knows it.
  const mayBeEmpty =
    result.kind === "nothing" && operation.method !== "DELETE" ? ", { mayBeEmpty: true }" : "";
  return `${methodComment(method)}
    ${method.name}(${parameters.join(", ")}): ${imports.type("Call", "../call.ts")}<${type}, ${codes}> {
      return this.core.call("${operation.method}", ${sent}${mayBeEmpty});
    }`;
}

/** Returns the members that name a path, and the parameters in it in their order. */
function targetOf(path: string): string[] {
  const ids = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
  return [`path: "${path}"`, ...(ids.length > 0 ? [`ids: [${ids.join(", ")}]`] : [])];
}

function bodyParameter(imports: Imports, { operation, body }: Method): string {
  const type = imports.type(bodyName(operation.id), "./bodies.ts");
  return `body${body?.required ? "" : "?"}: ${type}`;
}

function queryParameter(imports: Imports, { operation, query }: Method): string {
  const type = imports.type(queryName(operation.id), "./queries.ts");
  return `query${query.some(({ required }) => required) ? "" : "?"}: ${type}`;
}

function methodComment({ operation, path, query, body, returns }: Method): string {
  const { summary, description, isDeprecated } = operation;
  return comment(
    [sentence(summary), ...paragraphsOf(description), ...needsOf(operation)],
    [
      ...path.map((argument) => `@param ${argument.name} - ${argument.description}`),
      ...(body
        ? [`@param body - ${sentence(body.description)}`, ...membersList(body.members)]
        : []),
      ...(query.length > 0 ? ["@param query - What to return.", ...membersList(query)] : []),
      "@param options - Of this call alone: time limits, retries, headers, a signal that ends it.",
      `@returns ${sentence(returns)}`,
      ...(isDeprecated ? ["@deprecated"] : []),
    ],
  );
}

/** Writes a Markdown list, which editors show below the parameter. */
function membersList(members: readonly Argument[]): string[] {
  return members.map(
    ({ name, required, description }) =>
      `- \`${name}\`${required ? "" : " (optional)"}: ${description}`,
  );
}

/** Returns the type of a parameter. Timestamps also accept a `Date`, which is sent in the format of RFC 3339. */
function typeOf(imports: Imports, model: SdkModel, schema: Schema): string {
  if (isReference(schema)) {
    const target = resolve<Schema>(model.document, schema);
    if (target.format === "date-time") return "string | Date";
    return imports.type(nameOf(schema), "@sinkove/contract");
  }
  const only = onlyPart(schema);
  if (only) return typeOf(imports, model, only);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.format === "date-time") return "string | Date";
  if (schema.items) return `readonly (${typeOf(imports, model, schema.items)})[]`;
  if (schema.type === "integer" || schema.type === "number") return "number";
  if (schema.type === "boolean" || schema.type === "string") return schema.type;
  throw new Error(`There is no type for a parameter with the schema ${JSON.stringify(schema)}.`);
}

function queryName(operationId: string): string {
  return `${pascalCase(operationId)}Query`;
}

function bodyName(operationId: string): string {
  return `${pascalCase(operationId)}Body`;
}

function codesName(operationId: string): string {
  return `${pascalCase(operationId)}Code`;
}

function comment(paragraphs: readonly string[], tags: readonly string[] = []): string {
  const text = paragraphs
    .map((paragraph) => wrap(paragraph, COMMENT_WIDTH))
    .flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
  const tagged = tags.flatMap((tag) => {
    const [first = "", ...others] = wrap(tag, COMMENT_WIDTH - 2);
    return [first, ...others.map((line) => `  ${line}`)];
  });
  const lines = tagged.length === 0 ? text : [...text, "", ...tagged];
  if (lines.length === 0) return "";
  const safe = lines.map((line) => line.replaceAll("*/", "*\\/"));
  if (safe.length === 1) return `/** ${safe.join("")} */`;
  return ["/**", ...safe.map((line) => ` * ${line}`.trimEnd()), " */"].join("\n");
}

function printed(imports: Imports, declarations: readonly string[]): string {
  const lines = imports
    .list()
    .map(
      ({ from, names, isType }) =>
        `import ${isType ? "type " : ""}{ ${names.join(", ")} } from "${from}";`,
    );
  const head = [HEADER, ...lines].join("\n");
  return formatTypescript(`${[head, ...declarations].join("\n\n")}\n`);
}
