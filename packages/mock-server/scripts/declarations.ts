import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";

const SPECIFIER = /(from\s*|import\()"([^"]+)"/g;

/** The folder of the package's declarations, the folder of the contract's, and the files that users import. */
export interface DeclarationOptions {
  readonly dist: string;
  readonly contract: string;
  readonly entries: readonly string[];
}

/**
 * Makes the declarations self-contained: copies the contract's types into the package, because the contract's package
 * is not published, and removes declarations that no entry file needs.
 */
export async function completeDeclarations(options: DeclarationOptions): Promise<void> {
  const { dist, contract, entries } = options;
  const own = join(dist, "contract-types");
  for (const file of await declarationsIn(contract)) {
    const target = join(own, relative(contract, file));
    await mkdir(dirname(target), { recursive: true });
    await cp(file, target);
  }
  for (const file of await declarationsIn(dist)) await rewrite(file, own);
  const needed = new Set<string>();
  for (const entry of entries) await follow(join(dist, entry), needed);
  for (const file of await declarationsIn(dist)) if (!needed.has(file)) await rm(file);
  await removeEmpty(dist);
}

async function declarationsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith(".d.ts")).map((file) => join(folder, file));
}

async function rewrite(file: string, contract: string): Promise<void> {
  const path = relative(dirname(file), join(contract, "index.js")).replaceAll("\\", "/");
  const text = await readFile(file, "utf8");
  const local = text
    .replaceAll('"@sinkove/contract"', `"${path.startsWith(".") ? path : `./${path}`}"`)
    .replaceAll(SPECIFIER, (whole) => whole.replace(/(\.{1,2}\/.*)\.ts"$/, '$1.js"'));
  await writeFile(file, local);
}

/** @throws if a declaration imports a package that users do not have */
async function follow(file: string, needed: Set<string>): Promise<void> {
  if (needed.has(file)) return;
  needed.add(file);
  for (const [, , specifier = ""] of (await readFile(file, "utf8")).matchAll(SPECIFIER)) {
    if (specifier.startsWith(".")) {
      await follow(resolve(dirname(file), specifier.replace(/\.js$/, ".d.ts")), needed);
    } else if (!specifier.startsWith("node:") && specifier !== "vitest") {
      throw new Error(
        `${file} imports types from ${specifier}, which users do not have. Do not export those types.`,
      );
    }
  }
}

async function removeEmpty(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const inside = join(folder, entry.name);
    await removeEmpty(inside);
    if ((await readdir(inside)).length === 0) await rm(inside, { recursive: true });
  }
}
