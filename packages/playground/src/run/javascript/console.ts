import { formatWithOptions, inspect } from "node-inspect-extracted";

/** Creates a console that prints like Node's. */
export function createConsole(out: (text: string) => void, err: (text: string) => void): Console {
  let indentation = "";
  const print =
    (write: (text: string) => void) =>
    (...values: unknown[]) => {
      const text = formatWithOptions({ colors: false }, ...values);
      write(`${text.replaceAll(/^/gm, indentation)}\n`);
    };
  const [log, error] = [print(out), print(err)];
  const counts = new Map<string, number>();
  return Object.assign(Object.create(globalThis.console), {
    log,
    info: log,
    debug: log,
    error,
    warn: error,
    trace: error,
    dir: (value: unknown) => out(`${inspect(value)}\n`),
    table: (rows: unknown) => log(rows),
    assert: (isTrue: unknown, ...values: unknown[]) =>
      isTrue ? undefined : error("Assertion failed", ...values),
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    group: (...values: unknown[]) => {
      if (values.length > 0) log(...values);
      indentation += "  ";
    },
    groupEnd: () => {
      indentation = indentation.slice(2);
    },
  });
}

/** Describes an uncaught error, without stack lines from this page's own files. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `Uncaught ${inspect(error)}`;
  const stack = error.stack ?? `${error.name}: ${error.message}`;
  const lines = stack
    .split("\n")
    .filter((line) => !/^\s+at .*(https?:|blob:|<anonymous>)/.test(line));
  return lines.join("\n");
}
