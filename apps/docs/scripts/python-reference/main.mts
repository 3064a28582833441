/**
 * Writes the Python reference anew: node scripts/python-reference/main.mts, after a build of packages/sdk-python. It is
 * committed, because the site is also built where there is no Python; a test says where it is behind.
 */
import { writeFileSync } from "node:fs";
import { generatedPage, readSurface } from "./files.mts";
import { pythonReference } from "./page.mts";

writeFileSync(generatedPage, pythonReference(readSurface()));
