/**
 * Builds `dist`: the wheel, and `dist/pyodide` with the wheels that a browser unpacks and `index.json`, which lists
 * them in loading order. It needs neither Python nor a package index, so any machine can build everything that runs
 * Python in a page.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readVendoredWheels } from "./vendored-wheels.ts";
import { buildWheel } from "./wheel/wheel.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

const wheel = buildWheel(root);
const forPyodide = [...readVendoredWheels(join(root, "vendor/pyodide")), wheel];
const index = forPyodide.map(({ name }) => name);

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "pyodide"), { recursive: true });
writeFileSync(join(dist, wheel.name), wheel.content);
for (const { name, content } of forPyodide) writeFileSync(join(dist, "pyodide", name), content);
writeFileSync(join(dist, "pyodide/index.json"), `${JSON.stringify(index, null, 2)}\n`);
