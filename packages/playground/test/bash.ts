import { execFile } from "node:child_process";
import { Files } from "../src/files.ts";
import { runShell } from "../src/shell/interpret.ts";
import { createSink, type ShellHost, textOf } from "../src/shell/machine.ts";

/** The output and the exit status of a script. */
export interface Ran {
  readonly stdout: string;
  readonly status: number;
}

/** Runs a script in the real bash, without this machine's environment variables. */
export function inBash(script: string, environment: Record<string, string> = {}): Promise<Ran> {
  const { PATH = "", HOME = "" } = process.env;
  return new Promise((resolve) => {
    execFile(
      "bash",
      ["-c", script],
      { env: { PATH, HOME, LC_ALL: "C.UTF-8", ...environment } },
      (error, stdout) => {
        const status = typeof error?.code === "number" ? error.code : error ? 1 : 0;
        resolve({ stdout, status });
      },
    );
  });
}

/** Runs a script in the page's shell, which sends requests with `fetch`. */
export async function inPage(
  script: string,
  environment: Record<string, string> = {},
  fetch: ShellHost["fetch"] = (url, init) => globalThis.fetch(url, init),
): Promise<Ran & { readonly stderr: string }> {
  const [out, err] = [createSink(), createSink()];
  const host: ShellHost = {
    fetch,
    sleep: async () => {},
    now: () => 0,
    files: new Files(),
  };
  const { status } = await runShell(script, {
    host,
    environment,
    out: out.write,
    err: err.write,
  });
  return { stdout: textOf(out.bytes()), stderr: textOf(err.bytes()), status };
}
