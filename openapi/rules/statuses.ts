import type { Operation, Parameter, PathItem } from "../document.ts";
import type { Context, Rule } from "./redocly.ts";

interface Parents {
  readonly PathItem: PathItem;
}

/** Operations declare the statuses that they can always return. */
export const requiredStatuses: Rule = () => ({
  PathItem: {
    Operation(operation: Operation, { key, report, location }, { PathItem }: Parents) {
      const reasons = statusesByReason(
        operation,
        String(key),
        takesParameters(operation, PathItem),
      );
      for (const [reason, statuses] of reasons) {
        const missing = statuses.filter((status) => operation.responses?.[status] === undefined);
        if (missing.length === 0) continue;
        const message = `Declare the responses ${missing.join(", ")}: ${reason} can return them.`;
        report({ message, location: location.child("responses") });
      }
    },
  },
});

export const idempotencyKey: Rule = () => ({
  PathItem: {
    Operation(operation: Operation, context, { PathItem }: Parents) {
      // Keys belong to an account, which a public operation does not know.
      if (context.key !== "post" || operation.security?.length === 0) return;
      const names = parametersOf(operation, PathItem, context).map(({ name }) => name);
      if (names.includes("Idempotency-Key")) return;
      const message =
        "Add the parameter Idempotency-Key to this POST, by $ref to components/parameters/IdempotencyKey.yaml.";
      context.report({ message });
    },
  },
});

/** The parameters of an operation and its path. */
export function parametersOf(operation: Operation, path: PathItem, context: Context): Parameter[] {
  const all = [...(path.parameters ?? []), ...(operation.parameters ?? [])];
  return all.flatMap((parameter) => context.resolve<Parameter>(parameter).node ?? []);
}

function statusesByReason(
  operation: Operation,
  method: string,
  hasParameters: boolean,
): [reason: string, statuses: string[]][] {
  const { security = [], requestBody } = operation;
  const schemes = security.flatMap(Object.keys);
  const isWriteOfSession = schemes.includes("session") && method !== "get";
  const needsScopes = security.some((requirement) => Object.values(requirement).flat().length > 0);
  const rules: [applies: boolean, reason: string, statuses: string[]][] = [
    [true, "every operation", ["400", "500", "503"]],
    [security.length > 0, "an operation that needs an API key or a session", ["401", "406", "429"]],
    [needsScopes, "an operation that needs scopes", ["403"]],
    [isWriteOfSession, "a session from another origin", ["403"]],
    [hasParameters || requestBody !== undefined, "an operation with parameters or a body", ["422"]],
    [requestBody !== undefined, "an operation with a body", ["413", "415"]],
    [method === "delete", "a DELETE", ["204"]],
  ];
  return rules.flatMap(([applies, reason, statuses]) => (applies ? [[reason, statuses]] : []));
}

function takesParameters(operation: Operation, path: PathItem): boolean {
  return [...(path.parameters ?? []), ...(operation.parameters ?? [])].length > 0;
}
