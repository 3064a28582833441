import type { PyodideInterface } from "pyodide";
import { loadPart } from "../load-part.ts";
import { Download } from "./download.ts";
import type { PythonParts } from "./parts.ts";
import runner from "./runner.py";

/** Options of {@link loadPython}. */
export interface PythonOptions {
  /** The folder of the worker, which contains `pyodide/` and `wheels/`. */
  readonly base: URL;
  readonly progress: (text: string) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

type LoadPyodide = typeof import("pyodide").loadPyodide;

/** Loads Python and the packages that examples import from this site. */
export async function loadPython(options: PythonOptions): Promise<PyodideInterface> {
  const { files, wheels } = await loadPart(() => downloadParts(options));
  options.progress("Starting Python.");
  const python = await loadPart(() => startPython(options.base, files));
  // Standard input is empty because readers cannot type anything.
  python.setStdin({ stdin: () => undefined });
  python.setStdout({ write: writer(options.out), isatty: false });
  python.setStderr({ write: writer(options.err), isatty: false });
  for (const wheel of wheels) python.unpackArchive(wheel, "wheel");
  python.runPython(runner);
  options.progress("");
  return python;
}

type Bytes = ArrayBuffer;

interface DownloadedParts {
  /** Pyodide's files, by name. */
  readonly files: ReadonlyMap<string, Bytes>;
  readonly wheels: readonly Bytes[];
}

async function downloadParts({ base, progress }: PythonOptions): Promise<DownloadedParts> {
  const parts: PythonParts = await (await fetch(new URL("pyodide/parts.json", base))).json();
  const download = new Download(parts, progress);
  const [files, wheels] = await Promise.all([
    Promise.all(
      parts.files.map(async ({ name, file }) => {
        return [name, await download.get(new URL(`pyodide/${file}`, base))] as const;
      }),
    ),
    Promise.all(parts.wheels.map(({ file }) => download.get(new URL(`wheels/${file}`, base)))),
  ]);
  return { files: new Map(files), wheels };
}

/** Starts Python. Replaces `fetch` meanwhile, so that Pyodide gets the downloaded files instead of fetching them. */
async function startPython(base: URL, files: DownloadedParts["files"]): Promise<PyodideInterface> {
  const folder = new URL("pyodide/", base).href;
  const part = (name: string): Bytes => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new Error(`pyodide/parts.json does not list ${name}.`);
    return bytes;
  };
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const name = `${input instanceof Request ? input.url : input}`.replace(folder, "");
    const bytes = files.get(name);
    if (bytes === undefined) return original(input, init);
    const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(bytes, { headers: { "Content-Type": type } });
  };
  const script = URL.createObjectURL(
    new Blob([part("pyodide.asm.mjs")], { type: "text/javascript" }),
  );
  try {
    // Pyodide is not bundled. The build copies its files.
    const { loadPyodide }: { loadPyodide: LoadPyodide } = await import(`${folder}pyodide.mjs`);
    const { default: createPyodideModule } = await import(script);
    return await loadPyodide({ indexURL: folder, createPyodideModule });
  } finally {
    globalThis.fetch = original;
    URL.revokeObjectURL(script);
  }
}

function writer(write: (text: string) => void): (bytes: Uint8Array) => number {
  const decoder = new TextDecoder();
  return (bytes) => {
    write(decoder.decode(bytes, { stream: true }));
    return bytes.length;
  };
}
