import { execFile } from "node:child_process";
import { withoutPythonVariables } from "./find-python.ts";

/** Short time limits, because a hanging pip prints nothing for minutes. pip's own settings and proxies still apply. */
const OPTIONS = [
  ...["--disable-pip-version-check", "--no-input", "--quiet"],
  ...["--retries", "1", "--timeout", "15"],
];
// Modules are compiled on import, because most of the installed ones are never imported.
const INSTALL = ["--no-user", "--no-compile", "--require-hashes", "--only-binary", ":all:"];

/** Matches pip's output if it cannot reach the index. */
const UNREACHABLE =
  /NewConnectionError|ConnectionError|ConnectTimeout|ReadTimeout|ConnectionReset|ProxyError|SSLError|NameResolutionError|MaxRetryError|Network is unreachable|Temporary failure in name resolution/;

export class PipError extends Error {
  override readonly name = "PipError";
}

/** @throws PipError whose message says what to do */
export async function installRequirements(
  python: string,
  requirements: string,
  signal?: AbortSignal,
): Promise<void> {
  const args = ["-m", "pip", ...OPTIONS, "install", ...INSTALL, "--requirement", requirements];
  const failure = await failureOf(python, args, signal);
  if (failure !== undefined) throw new PipError(explain(failure));
}

/** Runs a program. Resolves to its output if it fails, otherwise to undefined. */
export function failureOf(
  command: string,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string | undefined> {
  const options = {
    env: withoutPythonVariables(process.env),
    windowsHide: true,
    maxBuffer: 64 * 1024 * 1024,
    ...(signal && { signal }),
  };
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) =>
      resolve(error ? stderr.trim() || stdout.trim() || error.message : undefined),
    );
  });
}

function explain(failure: string): string {
  if (UNREACHABLE.test(failure)) {
    return "pip cannot reach the Python package index. Check the network, or set HTTPS_PROXY, PIP_INDEX_URL or PIP_CERT to what your network needs, and try again.";
  }
  const lines = failure.split(/\r?\n/);
  const errors = lines.filter((line) => line.startsWith("ERROR:"));
  return `pip failed: ${(errors.length > 0 ? errors : lines.slice(-3)).join(" ")}`;
}
