import { isReference } from "../document.ts";
import type { Rule } from "./redocly.ts";

/** The path `/api-keys/{apiKeyId}/rotate` is in `paths/api-keys/apiKeyId/rotate.yaml`. */
export const pathFile: Rule = () => ({
  PathItem(_path: unknown, { key, rawNode, report, location }) {
    if (!isReference(rawNode)) return;
    const file = `paths${String(key).replaceAll(/[{}]/g, "")}.yaml`;
    if (rawNode.$ref === file) return;
    report({ message: `Keep the path ${key} in the file ${file}.`, location });
  },
});

const folders: { readonly [type: string]: string } = {
  Schema: "schemas",
  Response: "responses",
  Parameter: "parameters",
  Header: "headers",
  Example: "examples",
  SecurityScheme: "security-schemes",
};

/** Components are in the folder of their kind. The bundle names a component after its file. */
export const componentFile: Rule = () => ({
  ref: {
    enter(reference: { $ref: string }, { type, report, location }, resolved) {
      const folder = folders[type.name];
      const file: string | undefined = resolved.location?.source.absoluteRef;
      if (!folder || !file || reference.$ref.startsWith("#")) return;
      if (new RegExp(`/components/${folder}/([A-Z]+[a-z0-9]*)+\\.yaml$`).test(file)) return;
      const message = `Keep this ${type.name} in components/${folder}/<PascalCaseName>.yaml, one to a file.`;
      report({ message, location });
    },
  },
});
