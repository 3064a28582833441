/** tsc emits no JavaScript that was there before: the compiled validators are copied beside it. */
import { copyFile } from "node:fs/promises";

const root = new URL("../", import.meta.url);
await copyFile(
  new URL("src/generated/validators.js", root),
  new URL("dist/generated/validators.js", root),
);
