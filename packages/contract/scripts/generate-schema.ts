import openapiTS, { astToString } from "openapi-typescript";
import type { OpenApiDocument } from "./openapi-document.ts";

/** TypeScript types of every path, operation and component. */
export async function generateSchema(document: OpenApiDocument): Promise<string> {
  // openapi-typescript changes the document that it is given.
  const ast = await openapiTS(structuredClone(document) as never, {
    alphabetize: false,
    defaultNonNullable: false,
  });
  return `// Generated from the contract. Do not edit; run \`npm run generate\`.\n${astToString(ast)}`;
}
