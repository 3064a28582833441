/**
 * Runs a Python program in Pyodide, from the wheels in `dist/pyodide` and without a package index:
 * `node tests/pyodide-host.ts program.py`. Its output goes to standard output.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadPyodide } from "pyodide";

const WHEELS = join(import.meta.dirname, "../dist/pyodide");
const [program] = process.argv.slice(2);
if (!program) throw new Error("Usage: node tests/pyodide-host.ts program.py");

/** The part of a worker's XMLHttpRequest that a blocking transport uses. Node does not have it. */
class BlockingRequest {
  responseType = "";
  timeout = 0;
  status = 0;
  response: ArrayBuffer | undefined;
  #method = "";
  #url = "";
  readonly #sent: Record<string, string> = {};
  #received: readonly (readonly [string, string])[] = [];

  open(method: string, url: string, isAsync: boolean): void {
    if (isAsync) throw new Error("Only blocking requests are supported.");
    this.#method = method;
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.#sent[name] = value;
  }

  send(body?: Uint8Array | null): void {
    const text = body ? Buffer.from(body).toString() : undefined;
    const request = { method: this.#method, url: this.#url, headers: this.#sent, body: text };
    const script = `const { url, ...init } = JSON.parse(process.argv[1]);
      const response = await fetch(url, init).catch(() => undefined);
      const body = response && Buffer.from(await response.arrayBuffer()).toString("base64");
      console.log(JSON.stringify({ status: response?.status ?? 0, headers: [...response?.headers ?? []], body: body ?? "" }));`;
    const options = ["--input-type=module", "--eval", script, JSON.stringify(request)];
    const told = JSON.parse(execFileSync(process.execPath, options).toString());
    if (told.status === 0) throw new Error("NetworkError");
    this.status = told.status;
    this.#received = told.headers;
    this.response = new Uint8Array(Buffer.from(told.body, "base64")).buffer;
  }

  getAllResponseHeaders(): string {
    return this.#received.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  }
}

Object.assign(globalThis, { XMLHttpRequest: BlockingRequest });
const { SINKOVE_API_KEY = "", SINKOVE_API_URL = "" } = process.env;
const pyodide = await loadPyodide({ env: { SINKOVE_API_KEY, SINKOVE_API_URL } });
const names: readonly string[] = JSON.parse(readFileSync(join(WHEELS, "index.json"), "utf8"));
for (const name of names) {
  pyodide.unpackArchive(new Uint8Array(readFileSync(join(WHEELS, name))), "wheel");
}
await pyodide.runPythonAsync(readFileSync(program, "utf8"));
// Cancelled time limits leave timers in Pyodide, which would keep Node running.
process.exit();
