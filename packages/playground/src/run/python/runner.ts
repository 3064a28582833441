import type { PyodideInterface } from "pyodide";
import { createTargetFetch } from "../target-fetch.ts";
import { createTargetXhr } from "../target-xhr.ts";
import type { RunContext, Runner } from "../worker-host.ts";
import { loadPython } from "./load.ts";

let python: Promise<PyodideInterface> | undefined;
/** The run that goes on now; what Python prints and sends belongs to it. */
let current: RunContext | undefined;

/** Makes Python ready, once for the life of this worker. */
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

/** Runs a program in Python; the interpreter goes on to the next one, its variables do not. */
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
