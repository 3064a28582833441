import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The languages of an example, in the order of their tabs; each is a file's extension under `examples/`. */
export const languages = ["ts", "sh", "py"] as const;

export type Language = (typeof languages)[number];

/** An example's source in each of its languages. */
export type Samples = Readonly<Partial<Record<Language, string>>>;

const folder = fileURLToPath(new URL("../../../../examples", import.meta.url));

/** @throws where `examples/` lacks the file of a language, so that the build fails. */
export function readExample(name: string, wanted: readonly Language[] = languages): Samples {
  return Object.fromEntries(
    wanted.map((language) => [language, readFileOf(`${name}.${language}`)]),
  );
}

/** @throws where `examples/` has no such file. */
export function readFileOf(file: string): string {
  try {
    return readFileSync(path.join(folder, file), "utf8").trimEnd();
  } catch (cause) {
    throw new Error(`A page shows examples/${file}: write it, or correct the name.`, { cause });
  }
}

/** What an example prints when it is run, as the tests hold it to; undefined where that differs each time. */
export function readOutput(name: string, language: Language): string | undefined {
  const file = path.join(folder, "expected", `${name}.${language}.txt`);
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd() : undefined;
}
