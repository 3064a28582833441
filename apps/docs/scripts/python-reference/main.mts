/**
 * Writes the Python reference: `node scripts/python-reference/main.mts`, after `npm run generate:python -w
 * packages/sdk-python`. The page is committed. A test fails if it is out of date.
 */
import { writeFileSync } from "node:fs";
import { generatedPage, readSurface } from "./files.mts";
import { pythonReference } from "./page.mts";

writeFileSync(generatedPage, pythonReference(readSurface()));
