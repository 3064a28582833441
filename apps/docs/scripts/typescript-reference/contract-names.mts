import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Writes a TypeScript configuration with which the SDK is read as if the contract's types had names and no
 * content. Otherwise a signature shows, in place of `Dataset`, all of its members: TypeScript forgets the name of
 * a type such as `Schemas["Dataset"]`.
 *
 * @returns the configuration's file, and the names
 */
export async function nameContractTypes(sdk: string) {
  const source = await readFile(path.join(sdk, "../contract/src/types.ts"), "utf8");
  const declared = [...source.matchAll(/^export type (\w+)(<)?/gm)];
  const names = declared.map(([, name = ""]) => name);
  const stubs = declared.map(
    ([, name, generic]) => `export interface ${name}${generic ? "<Id = undefined>" : ""} {}`,
  );
  const open = ["OperationTypes", "paths", "components", "operations"];
  stubs.push(...open.map((name) => `export interface ${name} { [name: string]: any }`));
  const folder = await mkdtemp(path.join(tmpdir(), "sinkove-docs-"));
  await writeFile(path.join(folder, "contract.d.ts"), stubs.join("\n"));
  const tsconfig = path.join(folder, "tsconfig.json");
  await writeFile(tsconfig, JSON.stringify(configuration(sdk, folder)));
  return { tsconfig, folder, names };
}

function configuration(sdk: string, folder: string): object {
  return {
    extends: path.join(sdk, "tsconfig.json"),
    compilerOptions: {
      paths: { "@sinkove/contract": [path.join(folder, "contract.d.ts")] },
      typeRoots: [path.join(sdk, "../../node_modules/@types")],
    },
    include: [path.join(sdk, "src")],
  };
}
