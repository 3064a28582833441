/** Copies the compiled validators to `dist/`, because tsc does not emit JavaScript files. */
import { copyFile } from "node:fs/promises";

const root = new URL("../", import.meta.url);
await copyFile(
  new URL("src/generated/validators.js", root),
  new URL("dist/generated/validators.js", root),
);
