/** Generates `src/generated/` from the contract's bundle. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { readContract } from "@sinkove/openapi/contract";
import { generateOperations } from "./generate-operations.ts";
import { generateSchema } from "./generate-schema.ts";
import { generateValidators, validatorsDeclaration } from "./generate-validators.ts";

const target = new URL("../src/generated/", import.meta.url);

try {
  const contract = readContract();
  const files = {
    "schema.ts": await generateSchema(contract.document),
    "operations.ts": generateOperations(contract),
    "validators.js": await generateValidators(contract),
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
