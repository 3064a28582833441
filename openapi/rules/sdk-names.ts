import { type Operation, type Parameter, type PathItem, unscopedPath } from "../document.ts";
import {
  faultOf,
  faultOfResource,
  isReservedArgument,
  type SdkName,
  sdkNameOf,
} from "../sdk-names.ts";
import { componentName, type Location, type Rule } from "./redocly.ts";
import { parametersOf } from "./statuses.ts";

interface Parents {
  readonly PathItem: PathItem;
}

interface Found {
  readonly operation: Operation;
  readonly path: string;
  readonly method: string;
  readonly location: Location;
}

/** Each operation has a unique name in the SDKs, which is valid in both languages, and no other thing has it. */
export const sdkName: Rule = () => {
  const found: Found[] = [];
  const schemas = new Set<string>();
  let path = "";
  return {
    PathItem: {
      enter(_path: PathItem, { key }) {
        path = String(key);
      },
      Operation(operation: Operation, { key, location }) {
        found.push({ operation, path, method: String(key), location });
      },
    },
    Schema(_schema: unknown, { location }) {
      const name = componentName(location, "schemas");
      if (name !== undefined) schemas.add(name);
    },
    Root: {
      leave(_root: unknown, { report }) {
        const idsByName = new Map<string, string>();
        const known = { idsByName, schemas, resources: resourcesOf(found) };
        const places = new Set(found.map(({ method, path: at }) => `${method} ${at}`));
        for (const { operation, path: at, method, location } of found) {
          const isScopedForm = places.has(`${method} ${unscopedPath(at)}`);
          if (isScopedForm && operation["x-sdk"] === undefined) continue;
          const message = faultIn(operation, known);
          if (message) report({ message, location });
        }
      },
    },
  };
};

/** Parameters have names that are valid arguments in both languages. */
export const sdkArgument: Rule = () => ({
  PathItem: {
    Operation(operation: Operation, context, { PathItem }: Parents) {
      if (operation["x-sdk"] === false) return;
      for (const parameter of parametersOf(operation, PathItem, context)) {
        const message = faultInArgument(parameter, String(context.key));
        if (message) context.report({ message });
      }
    },
  },
});

/** What has a name in the SDKs already. */
interface Known {
  readonly idsByName: Map<string, string>;
  readonly schemas: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
}

/** The resources of the operations that have a name; those without one have a fault of their own. */
function resourcesOf(found: readonly Found[]): Set<string> {
  const names = found.flatMap(({ operation }) => {
    try {
      return sdkNameOf(operation)?.resource ?? [];
    } catch {
      return [];
    }
  });
  return new Set(names);
}

function faultIn(operation: Operation, known: Known): string | undefined {
  const { operationId = "the operation" } = operation;
  if (!isSdkName(operation["x-sdk"]))
    return `Write \`x-sdk: { resource: …, method: … }\` on ${operationId}, without resource for a method of the client itself, or \`x-sdk: false\`.`;
  try {
    const name = sdkNameOf(operation);
    const fault = name && faultInName(name, known);
    if (fault) return `Give ${operationId} another name in the SDKs, by \`x-sdk\`: ${fault}.`;
    if (name) known.idsByName.set(wholeOf(name), operationId);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isSdkName(given: unknown): boolean {
  if (given === undefined || given === false) return true;
  if (typeof given !== "object" || given === null || !("method" in given)) return false;
  return Object.entries(given).every(
    ([name, value]) => ["resource", "method"].includes(name) && typeof value === "string",
  );
}

function faultInName(name: SdkName, { idsByName, schemas, resources }: Known): string | undefined {
  const { resource, method } = name;
  const fault = (resource && faultOfResource(resource)) || faultOf(method);
  if (fault) return fault;
  const whole = wholeOf(name);
  const other = idsByName.get(whole);
  if (other !== undefined) return `${other} is ${whole} already`;
  if (resource === undefined)
    return resources.has(method) ? `${method} is a resource already` : undefined;
  const className = resource.slice(0, 1).toUpperCase() + resource.slice(1);
  if (schemas.has(className))
    return `${className}, the class of the resource ${resource}, is a schema already`;
  return undefined;
}

function wholeOf({ resource, method }: SdkName): string {
  return resource === undefined ? method : `${resource}.${method}`;
}

function faultInArgument(parameter: Parameter, method: string): string | undefined {
  const { name, in: place, "x-python-name": pythonName } = parameter;
  if (place === "header") {
    if (method === "post" && name === "Idempotency-Key") return undefined;
    return `Make the header ${name} a parameter of the query or a member of the body, or set \`x-sdk: false\`: a method of the SDKs has no argument for a header, and sends Idempotency-Key with POST only.`;
  }
  if (!/^[a-z][A-Za-z0-9]*$/.test(name))
    return `Name the parameter ${name} in camelCase: it is an argument in the SDKs.`;
  if (pythonName !== undefined && !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(pythonName))
    return `Write \`x-python-name: ${pythonName}\` in snake_case: it is an argument in Python.`;
  if (!isReservedArgument(pythonName ?? name)) return undefined;
  return `Name the parameter ${name} for Python: \`x-python-name: …\`. Python reserves \`${pythonName ?? name}\`.`;
}
