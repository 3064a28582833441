import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The languages of an example, in the order of their tabs. Each is also the extension of its file under `examples/`.
 */
export const languages = ["ts", "sh", "py"] as const;

export type Language = (typeof languages)[number];

/** The source of an example in each of its languages. */
export type Samples = Readonly<Partial<Record<Language, string>>>;

const folder = fileURLToPath(new URL("../../../../examples", import.meta.url));

/** @throws Error if `examples/` lacks the file of a language, so that the build fails */
export function readExample(name: string, wanted: readonly Language[] = languages): Samples {
  return Object.fromEntries(
    wanted.map((language) => [language, readFileOf(`${name}.${language}`)]),
  );
}

/** @throws Error if `examples/` does not have the file */
export function readFileOf(file: string): string {
  try {
    return readFileSync(path.join(folder, file), "utf8").trimEnd();
  } catch (cause) {
    throw new Error(`A page shows examples/${file}: write it, or correct the name.`, { cause });
  }
}

/** Returns the output that the tests expect of an example, or undefined if the output differs in each run. */
export function readOutput(name: string, language: Language): string | undefined {
  const file = path.join(folder, "expected", `${name}.${language}.txt`);
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd() : undefined;
}
