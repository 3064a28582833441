import { type Operation, type Parameter, type PathItem, unscopedPath } from "../document.ts";
import { faultOf, isReservedArgument, sdkNameOf } from "../sdk-names.ts";
import type { Location, Rule } from "./redocly.ts";
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

/** Each operation has a unique name in the SDKs, which is valid in both languages. */
export const sdkName: Rule = () => {
  const found: Found[] = [];
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
    Root: {
      leave(_root: unknown, { report }) {
        const idsByName = new Map<string, string>();
        const places = new Set(found.map(({ method, path: at }) => `${method} ${at}`));
        for (const { operation, path: at, method, location } of found) {
          const isScopedForm = places.has(`${method} ${unscopedPath(at)}`);
          if (isScopedForm && operation["x-sdk"] === undefined) continue;
          const message = faultIn(operation, idsByName);
          if (message) report({ message, location });
        }
      },
    },
  };
};

/** Parameters have names that are valid arguments in Python. */
export const sdkArgument: Rule = () => ({
  PathItem: {
    Operation(operation: Operation, context, { PathItem }: Parents) {
      for (const parameter of parametersOf(operation, PathItem, context)) {
        const message = faultInArgument(parameter);
        if (message) context.report({ message });
      }
    },
  },
});

function faultIn(operation: Operation, idsByName: Map<string, string>): string | undefined {
  const { operationId = "the operation" } = operation;
  try {
    const name = sdkNameOf(operation);
    if (!name) return undefined;
    const { resource, method } = name;
    const fault = [resource, method].map((part) => part && faultOf(part)).find(Boolean);
    if (fault) return `Give ${operationId} another name in the SDKs, by \`x-sdk\`: ${fault}.`;
    const whole = resource === undefined ? method : `${resource}.${method}`;
    const other = idsByName.get(whole);
    if (other !== undefined)
      return `Give ${operationId} another name in the SDKs, by \`x-sdk\`: ${other} is ${whole} already.`;
    idsByName.set(whole, operationId);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function faultInArgument(parameter: Parameter): string | undefined {
  const { name, in: place, "x-python-name": pythonName } = parameter;
  if (place === "header" || !isReservedArgument(pythonName ?? name)) return undefined;
  return `Name the parameter ${name} for Python: \`x-python-name: …\`. Python reserves \`${pythonName ?? name}\`.`;
}
