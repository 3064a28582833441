import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Prints the errors of compilers out of the output of many tasks. */
export interface ErrorPrinter {
  /** Takes a line of a task's output, which begins with its name: `@sinkove/sdk:build: …`. */
  readonly take: (line: string) => void;
  /** Prints what the tasks said, if no compiler told an error: something else went wrong. */
  readonly explain: () => void;
}

const TASK = /^(@[\w-]+\/[\w-]+|\/\/):[\w:]+?: (.*)$/;
/** TypeScript's form, and mypy's. */
const ERROR = /^(?:\S+\(\d+,\d+\): error TS\d+|\S+\.py:\d+: error): /;

/** A file that several tasks compile has its errors in each of them: they are printed once. */
export function createErrorPrinter(print: (line: string) => void): ErrorPrinter {
  const folders = foldersByPackage();
  const printed = new Set<string>();
  const others: string[] = [];
  return {
    take(line) {
      const [, name = "", text = ""] = TASK.exec(line) ?? [];
      if (!ERROR.test(text)) {
        others.push(line);
        return;
      }
      const error = `${folders.get(name) ?? name}/${text}`;
      if (printed.has(error)) return;
      printed.add(error);
      print(error);
    },
    explain() {
      if (printed.size === 0) for (const line of others) print(line);
    },
  };
}

function foldersByPackage(): Map<string, string> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const manifests = globSync("{openapi,examples,benchmarks,packages/*,apps/*}/package.json", {
    cwd: root,
  });
  return new Map(
    manifests.map((file) => {
      const { name } = JSON.parse(readFileSync(`${root}/${file}`, "utf8"));
      return [String(name), dirname(file).replaceAll("\\", "/")];
    }),
  );
}
