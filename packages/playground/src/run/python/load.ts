import type { PyodideInterface } from "pyodide";
import { loadPart } from "../load-part.ts";
import runner from "./runner.py";

/** Where Python comes from, and where it tells what it does. */
export interface PythonOptions {
  /** The folder of the worker; `pyodide/` and `wheels/` are in it. */
  readonly base: URL;
  readonly progress: (text: string) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

type LoadPyodide = (options: { readonly indexURL: string }) => Promise<PyodideInterface>;

/** Loads Python and the packages that examples import: all from this site. */
export async function loadPython(options: PythonOptions): Promise<PyodideInterface> {
  options.progress("Loading Python: about 6 MB, once.");
  const [wheels, python] = await loadPart(() =>
    Promise.all([fetchWheels(options.base), loadInterpreter(options.base)]),
  );
  python.setStdout({ write: writer(options.out), isatty: false });
  python.setStderr({ write: writer(options.err), isatty: false });
  options.progress("Loading the Sinkove client.");
  for (const wheel of wheels) python.unpackArchive(wheel, "wheel");
  python.runPython(runner);
  options.progress("");
  return python;
}

async function loadInterpreter(base: URL): Promise<PyodideInterface> {
  const folder = new URL("pyodide/", base).href;
  // Not bundled: it finds its own parts beside itself.
  const { loadPyodide }: { loadPyodide: LoadPyodide } = await import(`${folder}pyodide.mjs`);
  return loadPyodide({ indexURL: folder });
}

async function fetchWheels(base: URL): Promise<ArrayBuffer[]> {
  const folder = new URL("wheels/", base);
  const names: string[] = await (await get(new URL("index.json", folder))).json();
  return Promise.all(names.map(async (name) => (await get(new URL(name, folder))).arrayBuffer()));
}

async function get(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (response.ok) return response;
  throw new Error(`${url.pathname} could not be loaded: ${response.status}`);
}

function writer(write: (text: string) => void): (bytes: Uint8Array) => number {
  const decoder = new TextDecoder();
  return (bytes) => {
    write(decoder.decode(bytes, { stream: true }));
    return bytes.length;
  };
}
