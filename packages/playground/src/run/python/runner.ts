import type { PyodideInterface } from "pyodide";
import { createTargetFetch } from "../target-fetch.ts";
import { createTargetXhr } from "../target-xhr.ts";
import type { RunContext, Runner } from "../worker-host.ts";
import { loadPython } from "./load.ts";

let python: Promise<PyodideInterface> | undefined;
/** The current run, which Python's output and requests belong to. */
let current: RunContext | undefined;

/** Loads Python, once per worker. */
export function prepare(progress: (text: string) => void): Promise<PyodideInterface> {
  python ??= load(progress).catch((error: unknown) => {
    python = undefined;
    throw error;
  });
  return python;
}

async function load(progress: (text: string) => void): Promise<PyodideInterface> {
  const loaded = await loadPython({
    base: new URL(".", globalThis.location.href),
    progress,
    out: (text) => current?.out(text),
    err: (text) => current?.err(text),
  });
  const now = (): number => performance.now();
  const target = (): string => current?.program.target ?? globalThis.location.origin;
  const onRequest: RunContext["request"] = (note) => current?.request(note);
  const original = globalThis.fetch.bind(globalThis);
  const fetch: typeof globalThis.fetch = (input, init) =>
    createTargetFetch({ target: target(), fetch: original, now, onRequest })(input, init);
  const XMLHttpRequest = createTargetXhr(globalThis.XMLHttpRequest, { target, now, onRequest });
  Object.assign(globalThis, { fetch, XMLHttpRequest });
  return loaded;
}

/** Runs a Python program. The next program reuses the interpreter, but not the global variables. */
export const run: Runner = async (context) => {
  const interpreter = await prepare(context.progress);
  current = context;
  const runExample: (name: string, code: string, environment: string) => Promise<string> =
    interpreter.globals.get("run_example");
  try {
    const { name, code, environment } = context.program;
    const result = await runExample(name, code, JSON.stringify(environment));
    const { status, environment: left, files } = JSON.parse(result);
    for (const file of files) {
      context.files.write(file, interpreter.FS.readFile(file, { encoding: "binary" }));
      interpreter.FS.unlink(file);
    }
    return { status, environment: left };
  } finally {
    current = undefined;
  }
};
