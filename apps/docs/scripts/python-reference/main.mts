/** Writes the page of the Python reference, which is committed. `npm run generate:python` runs this last. */
import { writeFileSync } from "node:fs";
import { generatedPage, readSurface } from "./files.mts";
import { pythonReference } from "./page.mts";

writeFileSync(generatedPage, pythonReference(readSurface()));
