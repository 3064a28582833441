import { transform } from "sucrase";

/** Takes the types out of a program and leaves each line where it was. */
export function stripTypes(code: string): string {
  return transform(code, {
    transforms: ["typescript"],
    disableESTransforms: true,
    keepUnusedImports: true,
  }).code;
}
