/** The package carries the contract's bundle: it is copied beside what was built. */
import { copyFile } from "node:fs/promises";
import { createRequire } from "node:module";

const bundle = createRequire(import.meta.url).resolve("@sinkove/openapi/openapi.json");
await copyFile(bundle, new URL("../dist/openapi.json", import.meta.url));
