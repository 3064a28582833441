/** Writes `src/generated/` anew from the contract's bundle. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { generateOperations } from "./generate-operations.ts";
import { generateSchema } from "./generate-schema.ts";
import { generateValidators, validatorsDeclaration } from "./generate-validators.ts";
import { readBundle } from "./openapi-document.ts";

const bundle = createRequire(import.meta.url).resolve("@sinkove/openapi/openapi.json");
const target = new URL("../src/generated/", import.meta.url);

try {
  const document = await readBundle(bundle);
  const files = {
    "schema.ts": await generateSchema(document),
    "operations.ts": generateOperations(document),
    "validators.js": await generateValidators(document),
    "validators.d.ts": validatorsDeclaration,
  };
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, target), text);
} catch (error) {
  console.error(
    `contract: nothing was generated: ${error instanceof Error ? error.message : error}`,
  );
  process.exitCode = 1;
}
