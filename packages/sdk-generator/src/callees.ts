import type { Contract } from "@sinkove/openapi/contract";
import { type Argument, type Method, type SdkModel, snakeCase } from "./sdk-model.ts";

/**
 * The method that a program calls for an operation. It belongs to the client or a resource, which may have a parent.
 */
export interface Callee {
  readonly operationId: string;
  readonly method: Method;
  readonly resource: string | undefined;
  readonly parent: { readonly resource: string; readonly parameter: Argument } | undefined;
}

/** Returns the callee of each operation that the SDKs contain. */
export function calleesOf({ operations }: Contract, model: SdkModel): readonly Callee[] {
  const methods = [
    ...model.methods.map((method) => ({ method, resource: undefined })),
    ...model.resources.flatMap(({ name, methods: own }) =>
      own.map((method) => ({ method, resource: name })),
    ),
  ];
  return operations.flatMap(({ id, path, scopedFormOf }) => {
    const found = methods.find(({ method }) => method.operation.id === (scopedFormOf ?? id));
    if (!found) return [];
    const [parent] = model.resources.flatMap(({ name, children }) =>
      children
        .filter((child) => scopedFormOf !== undefined && path.startsWith(`${child.path}/`))
        .map(({ parameter }) => ({ resource: name, parameter })),
    );
    return [{ operationId: id, ...found, parent }];
  });
}

/** Returns a callee such as `sinkove.apiKeys.list`. `expressionOf` returns the expression for a path parameter. */
export function typescriptCallee(
  callee: Callee,
  expressionOf: (parameter: Argument) => string,
): string {
  return called("sinkove", callee, { expressionOf, named: (name) => name });
}

/** Returns a callee such as `client.api_keys.list`. `expressionOf` returns the expression for a path parameter. */
export function pythonCallee(
  callee: Callee,
  expressionOf: (parameter: Argument) => string,
): string {
  return called("client", callee, { expressionOf, named: snakeCase });
}

interface Language {
  readonly expressionOf: (parameter: Argument) => string;
  readonly named: (camelCase: string) => string;
}

function called(
  client: string,
  { method, resource, parent }: Callee,
  { expressionOf, named }: Language,
): string {
  const within = parent && `${named(parent.resource)}.`;
  const owner = resource && named(resource);
  const argument = parent ? `(${expressionOf(parent.parameter)})` : "";
  return [client, `${within ?? ""}${owner ?? ""}${argument}`, named(method.name)]
    .filter(Boolean)
    .join(".");
}
