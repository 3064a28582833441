import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Prints only the compiler errors in the output of many tasks. */
export interface ErrorPrinter {
  /** Reads a line of output, which begins with the name of its task: `@sinkove/sdk:build: …`. */
  readonly take: (line: string) => void;
  /** Prints the output of the tasks if it has no compiler error: something else went wrong. */
  readonly explain: () => void;
}

const TASK = /^(@[\w-]+\/[\w-]+|\/\/):[\w:]+?: (.*)$/;
/** The formats of TypeScript and mypy. */
const ERROR = /^(?:\S+\(\d+,\d+\): error TS\d+|\S+\.py:\d+: error): /;

/** Creates a printer that prints each error once, even if several tasks compile the same file. */
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
