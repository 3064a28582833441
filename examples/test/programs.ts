import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of this folder that a page can show. */
export interface ExampleFile {
  /** Such as `list-datasets.ts`. */
  readonly file: string;
  readonly language: "ts" | "sh" | "py";
  readonly code: string;
}

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Every program, in all languages. */
export function exampleFiles(): readonly ExampleFile[] {
  return (["ts", "sh", "py"] as const).flatMap((language) =>
    globSync(`*.${language}`, { cwd: folder })
      .sort()
      .map((file) => ({
        file: basename(file),
        language,
        code: readFileSync(`${folder}${file}`, "utf8"),
      })),
  );
}
