import type { Schema } from "../document.ts";
import { componentName, type Location, type Rule } from "./redocly.ts";

interface Roles {
  readonly schema: Schema;
  readonly location: Location;
}

/** MemberRole lists the scopes of each role in `x-scopes`. They exist in Scope, and an owner has all of them. */
export const roleScopes: Rule = () => {
  const scopes: string[] = [];
  let roles: Roles | undefined;
  return {
    Schema(schema: Schema, { location }) {
      const name = componentName(location, "schemas");
      if (name === "Scope" && scopes.length === 0) scopes.push(...(schema.enum ?? []).map(String));
      if (name === "MemberRole") roles = { schema, location };
    },
    Root: {
      leave(_root: unknown, { report }) {
        if (!roles) return;
        for (const message of faultsIn(roles.schema, scopes))
          report({ message, location: roles.location.child("x-scopes") });
      },
    },
  };
};

function faultsIn({ enum: members = [], "x-scopes": scopesOf }: Schema, scopes: string[]) {
  const given = scopesOf ?? {}; // an empty member in YAML is null
  const roles = members.map(String);
  const owners = given.owner ?? [];
  return [
    ...missingFrom(Object.keys(given), roles).map((role) => `List the scopes of ${role}.`),
    ...missingFrom(roles, Object.keys(given)).map(
      (role) => `Remove ${role}: it is not one of the roles.`,
    ),
    ...missingFrom(scopes, Object.values(given).flat()).map(
      (scope) => `Remove ${scope}, or add it to components/schemas/Scope.yaml.`,
    ),
    ...missingFrom(owners, scopes).map(
      (scope) => `Add the scope ${scope} to owner, which has all scopes.`,
    ),
  ];
}

function missingFrom(list: readonly string[], wanted: readonly string[]): string[] {
  return [...new Set(wanted)].filter((each) => !list.includes(each));
}
