// Records which versions of our packages the registries have: `npm run record-registries -w apps/docs`. Needs npm, and
// Python 3.10 or later with pip.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { findPython } from "@sinkove/python";

const run = promisify(execFile);

const versions = {
  "@sinkove/mock-server": await onNpm("@sinkove/mock-server"),
  "@sinkove/sdk": await onNpm("@sinkove/sdk"),
  "sinkove-sdk": await onPypi("sinkove-sdk"),
};
const record = { recordedOn: new Date().toISOString().slice(0, 10), versions };
const file = join(import.meta.dirname, "../test/registries.json");
await writeFile(file, `${JSON.stringify(record, null, 2)}\n`);
// The formatter writes short lists on one line.
await run("npx", ["biome", "format", "--write", file]);
console.log(record);

async function onNpm(name: string): Promise<readonly string[]> {
  const { stdout } = await run("npm", ["view", name, "versions", "--json"]).catch((error) => error);
  const answer = JSON.parse(stdout);
  if (answer.error?.code === "E404") return [];
  if (answer.error) throw new Error(`npm: ${answer.error.summary}`);
  return [answer].flat();
}

async function onPypi(name: string): Promise<readonly string[]> {
  const python = await findPython(10);
  if ("missing" in python) throw new Error(python.missing);
  const options = ["-m", "pip", "index", "versions", name, "--python-version", "3.13"];
  const { stdout } = await run(python.path, options);
  return /^Available versions: (.*)$/m.exec(stdout)?.[1]?.split(", ") ?? [];
}
