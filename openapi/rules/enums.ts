import type { Schema } from "../document.ts";
import { componentName, type Rule } from "./redocly.ts";

/** An enum with explanations in the docs has one for each of its members, and no others. */
export const enumDescribed: Rule<{ schemas: readonly string[] }> = ({ schemas }) => ({
  Schema(schema: Schema, { report, location }) {
    const descriptions = schema["x-enumDescriptions"];
    const name = componentName(location, "schemas");
    if (descriptions === undefined && !schemas.includes(name ?? "")) return;
    const described = Object.keys(descriptions ?? {});
    const members = (schema.enum ?? []).map(String);
    const missing = members.filter((member) => !described.includes(member));
    const extra = described.filter((member) => !members.includes(member));
    if (missing.length > 0) {
      report({ message: `Describe ${missing.join(", ")} in \`x-enumDescriptions\`.`, location });
    }
    if (extra.length > 0) {
      const message = `Remove ${extra.join(", ")} from \`x-enumDescriptions\`: the enum has no such member.`;
      report({ message, location: location.child("x-enumDescriptions") });
    }
  },
});
