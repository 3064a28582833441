import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runTurbo } from "../turbo.ts";
import { stepsOf } from "./walk.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const contract = filesIn("openapi/**/*.yaml");
const walked = stepsOf(readFileSync(join(root, "CONTRIBUTING.md"), "utf8")).flatMap((step) =>
  step.kind === "change" ? step.file : [],
);

// Turborepo reuses the result of a task if its inputs are the same, so a file that is left out has no effect.
test("the inputs of a task have every file that it reads", async () => {
  const tasks = ["generate", "lint", "test", "//#typecheck", "//#test:scripts"];
  const inputs = await inputsOf(tasks);
  const missing = (task: string, files: readonly string[]): string[] =>
    files.filter((file) => !inputs.get(task)?.has(file)).map((file) => `${task}: ${file}`);
  expect([
    ...missing("@sinkove/openapi#generate", contract),
    ...missing("@sinkove/openapi#lint", [...contract, ...modulesOf("openapi/rules/plugin.ts")]),
    ...["contract", "sdk", "sdk-python"].flatMap((name) => {
      const folder = `packages/${name}/scripts`;
      return missing(`@sinkove/${name}#generate`, modulesOf(`${folder}/generate.ts`));
    }),
    ...missing("@sinkove/sdk#test", ["apps/docs/docs/guides/runtimes.mdx"]),
    ...missing("//#typecheck", filesIn("scripts/*.ts").flatMap(modulesOf)),
    ...missing("//#test:scripts", [...walked, "packages/api/src/pipeline/pipeline.ts"]),
  ]).toEqual([]);
});

/** The files of each task's inputs, relative to the repository. */
async function inputsOf(tasks: readonly string[]): Promise<ReadonlyMap<string, Set<string>>> {
  const lines: string[] = [];
  const { signal } = new AbortController();
  await runTurbo(["run", ...tasks, "--dry=json"], { signal, onLine: (line) => lines.push(line) });
  const text = lines.join("\n");
  const plan: { tasks: { taskId: string; directory: string; inputs: object }[] } = JSON.parse(
    text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1),
  );
  return new Map(
    plan.tasks.map(({ taskId, directory, inputs }) => [
      taskId,
      new Set(Object.keys(inputs).map((file) => withSlashes(join(directory, file)))),
    ]),
  );
}

function filesIn(pattern: string): string[] {
  return globSync(pattern, { cwd: root }).map(withSlashes);
}

function withSlashes(path: string): string {
  return path.replaceAll("\\", "/");
}

/** A module with all modules of this repository that it imports. */
function modulesOf(file: string): string[] {
  const found = new Set([file]);
  for (const each of found) {
    const text = readFileSync(join(root, each), "utf8");
    for (const [, name = ""] of text.matchAll(/ from "(\.[^"]+|@sinkove\/[^"]+)"/g)) {
      const imported = name.startsWith(".")
        ? new URL(name, new URL(each, "file:///")).pathname.slice(1)
        : withSlashes(relative(root, fileURLToPath(import.meta.resolve(name))));
      // Generators contain imports of the modules that they write.
      if (existsSync(join(root, imported))) found.add(imported);
    }
  }
  return [...found];
}
