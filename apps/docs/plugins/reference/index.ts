import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { LoadContext, Plugin } from "@docusaurus/types";
import { kebab } from "./address.ts";
import { brunoCollection, postmanCollection } from "./collections.ts";
import { contract } from "./contract.ts";
import { errorCodes, errorPage, errorsOverview } from "./error-page.ts";
import { operationPage } from "./operation-page.ts";
import { overviewPage } from "./overview-page.ts";
import { schemasPage } from "./schemas-page.ts";

/**
 * Generates the API reference and the error catalogue from the contract into `docs/generated`, before the docs plugin
 * reads that folder. They are therefore normal pages, with search, checked links and Markdown twins.
 */
export function reference({ siteDir }: LoadContext): Plugin {
  const folder = path.join(siteDir, "docs/generated");
  for (const own of ["reference", "errors"])
    rmSync(path.join(folder, own), { recursive: true, force: true });
  for (const [name, page] of pages()) write(path.join(folder, `${name}.mdx`), page);
  const files = {
    "openapi.json": contract.document,
    "sinkove.postman_collection.json": postmanCollection(),
    "sinkove.bruno.json": brunoCollection(),
  };
  for (const [name, content] of Object.entries(files))
    write(path.join(siteDir, "static/generated", name), JSON.stringify(content));
  return { name: "sinkove-reference" };
}

function* pages(): Generator<readonly [name: string, page: string]> {
  yield ["reference/overview", overviewPage()];
  yield ["reference/schemas", schemasPage()];
  for (const operation of contract.operations) {
    yield [`reference/${kebab(operation.id)}`, operationPage(operation)];
  }
  yield ["errors/overview", errorsOverview()];
  for (const code of errorCodes) yield [`errors/${kebab(code)}`, errorPage(code)];
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
