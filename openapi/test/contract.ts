import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../document.ts";

/** The folder of the contract. */
export const folder = join(import.meta.dirname, "..");

/** The bundled contract. */
export const contract: Document = JSON.parse(
  readFileSync(join(folder, "generated/openapi.json"), "utf8"),
);
