import { transform } from "sucrase";

/** Removes the types from a program. Keeps the line numbers. */
export function stripTypes(code: string): string {
  return transform(code, {
    transforms: ["typescript"],
    disableESTransforms: true,
    keepUnusedImports: true,
  }).code;
}
