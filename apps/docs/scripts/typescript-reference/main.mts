/** Generates the reference of the TypeScript SDK with TypeDoc in docs/generated/typescript, a page for each export. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import contract from "@sinkove/openapi/openapi.json" with { type: "json" };
import { Application, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import ts from "typescript";
import { categories, pagesOf } from "./pages.mts";

const sdk = fileURLToPath(new URL("../../../../packages/sdk", import.meta.url));
const folder = fileURLToPath(new URL("../../docs/generated/typescript", import.meta.url));
const raw = await mkdtemp(path.join(tmpdir(), "sinkove-docs-"));

const options: Partial<TypeDocOptions> & Partial<PluginOptions> = {
  plugin: ["typedoc-plugin-markdown"],
  entryPoints: await declaringFiles("src/index.ts"),
  tsconfig: path.join(sdk, "tsconfig.json"),
  basePath: path.join(sdk, "src"),
  readme: "none",
  name: "TypeScript SDK",
  skipErrorChecking: true,
  excludeInternal: true,
  excludePrivate: true,
  excludeExternals: true,
  disableSources: true,
  hideGenerator: true,
  hidePageHeader: true,
  hidePageTitle: true,
  hideBreadcrumbs: true,
  outputFileStrategy: "members",
  parametersFormat: "list",
  outputs: [{ name: "markdown", path: raw }],
  logLevel: "Error",
};

const application = await Application.bootstrapWithPlugins(options);
const project = await application.convert();
if (project === undefined)
  throw new Error("TypeDoc cannot read the SDK. Build its dependencies first.");
await application.generateOutputs(project);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const schemas = Object.keys(contract.components.schemas);
const exported = exportedNames();
for (const category of categories()) {
  await mkdir(path.join(folder, category.folder), { recursive: true });
  await writeFile(path.join(folder, category.folder, "_category_.json"), category.text);
}
for await (const { name, folder: subject, text } of pagesOf(raw, { schemas, exported })) {
  await writeFile(path.join(folder, subject, `${name}.md`), text);
}
await rm(raw, { recursive: true });

/** Returns the files from which a file exports. Follows the exports of each `index.ts`. */
async function declaringFiles(file: string): Promise<string[]> {
  const source = await readFile(path.join(sdk, file), "utf8");
  const found = [...source.matchAll(/from "(\.[^"]+)"/g)].map(([, target = ""]) =>
    path.join(path.dirname(file), target),
  );
  const files = await Promise.all(
    found.map((each) =>
      each.endsWith("/index.ts") ? declaringFiles(each) : [path.join(sdk, each)],
    ),
  );
  return files.flat();
}

/** Returns the names that programs can import from the SDK. */
function exportedNames(): Set<string> {
  const index = path.join(sdk, "src/index.ts");
  const program = ts.createProgram([index], { allowImportingTsExtensions: true, noEmit: true });
  const source = program.getSourceFile(index);
  const symbol = source && program.getTypeChecker().getSymbolAtLocation(source);
  const symbols = symbol ? program.getTypeChecker().getExportsOfModule(symbol) : [];
  return new Set(symbols.map(({ name }) => name));
}
