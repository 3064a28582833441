import type { Operation, Schema } from "../document.ts";
import { componentName, type Location, type Rule } from "./redocly.ts";

export const securityRequirement: Rule = () => ({
  Operation({ security }: Operation, { report, location }) {
    const schemes = security?.map((requirement) => Object.keys(requirement).join());
    if (schemes?.length === 0 || schemes?.join("|") === "apiKey") return;
    report({
      message:
        "State `security: []` where public, otherwise exactly one requirement: `security: [{ apiKey: [<scopes>] }]`.",
      location: security ? location.child("security") : location,
    });
  },
});

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
