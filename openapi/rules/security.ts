import type { Operation, Schema } from "../document.ts";
import { componentName, type Location, type Rule } from "./redocly.ts";

const SCHEMES = ["apiKey", "session"];

/** Operations accept API keys and sessions, with the same scopes. An exception needs a reason. */
export const securityRequirement: Rule = () => ({
  Operation(operation: Operation, { report, location }) {
    const message = faultIn(operation);
    const { security } = operation;
    if (message) report({ message, location: security ? location.child("security") : location });
  },
});

function faultIn({ security, "x-security-reason": reason }: Operation): string | undefined {
  if (security?.length === 0) return undefined;
  const schemes = security?.flatMap(Object.keys) ?? [];
  const isEachAlone =
    schemes.length === security?.length && new Set(schemes).size === schemes.length;
  if (!isEachAlone || schemes.some((scheme) => !SCHEMES.includes(scheme)))
    return "State `security: []` if the operation is public, otherwise one requirement for each scheme: `security: [{ apiKey: [<scopes>] }, { session: [<scopes>] }]`.";
  const scopes = security?.flatMap((requirement) => Object.values(requirement).map(String)) ?? [];
  if (new Set(scopes).size > 1)
    return "Require the same scopes for `apiKey` and `session`: people and programs have the same rights.";
  if (schemes.length === SCHEMES.length || reason) return undefined;
  return "Accept both `apiKey` and `session`, or say in `x-security-reason` why the operation has only one.";
}

export const scopeKnown: Rule = () => {
  const required = new Map<Location, string>();
  const known = new Set<unknown>();
  return {
    Operation(operation: Operation, { location }) {
      for (const { scope, path } of scopesOf(operation)) required.set(location.child(path), scope);
    },
    Schema: collectScopes((scope) => known.add(scope)),
    Root: {
      leave(_root: unknown, { report }) {
        for (const [location, scope] of required) {
          if (known.has(scope)) continue;
          report({
            message: `Add the scope ${scope} to components/schemas/Scope.yaml, or require one of its members.`,
            location,
          });
        }
      },
    },
  };
};

export const scopeUsed: Rule = () => {
  const required = new Set<unknown>();
  const known = new Map<unknown, Location>();
  return {
    Operation(operation: Operation) {
      for (const { scope } of scopesOf(operation)) required.add(scope);
    },
    Schema: collectScopes((scope, location) => known.set(scope, location)),
    Root: {
      leave(_root: unknown, { report }) {
        for (const [scope, location] of known) {
          if (required.has(scope)) continue;
          report({
            message: `Require the scope ${scope} in the \`security\` of an operation, or remove it.`,
            location,
          });
        }
      },
    },
  };
};

function scopesOf({ security = [] }: Operation) {
  return security.flatMap((requirement, index) =>
    Object.entries(requirement).flatMap(([scheme, scopes]) =>
      scopes.map((scope, at) => ({ scope, path: ["security", index, scheme, at] })),
    ),
  );
}

function collectScopes(collect: (scope: unknown, location: Location) => void) {
  return (schema: Schema, { location }: { location: Location }) => {
    if (componentName(location, "schemas") !== "Scope") return;
    schema.enum?.forEach((scope, index) => {
      collect(scope, location.child(["enum", index]));
    });
  };
}
