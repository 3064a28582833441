import { createTargetFetch } from "../target-fetch.ts";
import type { RunContext, Runner } from "../worker-host.ts";
import { createConsole, describeError } from "./console.ts";
import { basename, createFileSystem, dirname } from "./file-system.ts";
import { UnknownImportError, withAddresses } from "./imports.ts";
import { Pending, watchTimers } from "./pending.ts";
import { createProcess } from "./process.ts";

/** The modules that a program can import, with their files. */
const MODULES: Readonly<Record<string, string>> = {
  "@sinkove/sdk": "sdk.js",
  "node:fs/promises": "node-fs-promises.js",
  "node:process": "node-process.js",
};

/** Runs a TypeScript or JavaScript program like Node. A worker runs only one program. */
export const run: Runner = async (context) => {
  const environment: Record<string, string> = { ...context.program.environment };
  return { status: await statusOf(context, environment), environment };
};

/** Runs a program. Resolves to its exit status. Later output is discarded. */
function statusOf(context: RunContext, environment: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    let hasEnded = false;
    const untilEnd = (write: (text: string) => void) => (text: string) => {
      if (!hasEnded) write(text);
    };
    const shown = { ...context, out: untilEnd(context.out), err: untilEnd(context.err) };
    const end = (status: number): void => {
      hasEnded = true;
      // Operating systems keep only eight bits of an exit status.
      resolve(Number(status) & 255);
    };
    const fail = (error: unknown): void => {
      report(error, shown);
      end(1);
    };
    const pending = new Pending();
    const process = install(shown, { environment, pending, end });
    globalThis.addEventListener("error", (event) => {
      event.preventDefault();
      fail(event.error ?? event.message);
    });
    globalThis.addEventListener("unhandledrejection", (event) => {
      event.preventDefault();
      fail(event.reason);
    });
    start(shown)
      .then(() => pending.idle())
      .then(() => end(process.exitCode ?? 0), fail);
  });
}

function report(error: unknown, { err }: RunContext): void {
  if (error instanceof UnknownImportError) err(`${error.name}: ${error.message}\n`);
  else err(`${error instanceof ProgramSyntaxError ? error.message : describeError(error)}\n`);
}

/** Returns the URL of a module, which is in the worker's folder. */
function addressOf(file: string): string {
  return new URL(file, globalThis.location.href).href;
}

async function start({ program: { code, name } }: RunContext): Promise<void> {
  const addresses = Object.fromEntries(
    Object.entries(MODULES).map(([specifier, file]) => [specifier, addressOf(file)]),
  );
  const module = await readable(name, code, async () =>
    withAddresses(await withoutTypes(code), addresses),
  );
  const blob = new Blob([module, `\n//# sourceURL=${name}`], { type: "text/javascript" });
  await readable(name, code, () => import(URL.createObjectURL(blob)));
}

/**
 * Does something with a program's code. If that fails, looks for a syntax error, because neither the browser nor the
 * compiler reports its position in a useful way.
 *
 * @throws ProgramSyntaxError if the program has a syntax error, otherwise the original error
 */
async function readable<Result>(
  name: string,
  code: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnknownImportError) throw error;
    const { findSyntaxError } = await import("./syntax-error.ts");
    const found = findSyntaxError(name, code);
    if (found !== undefined) throw new ProgramSyntaxError(found, { cause: error });
    throw error;
  }
}

/** A syntax error in a program. The message has the position and shows the line. */
class ProgramSyntaxError extends Error {
  override readonly name: string = "ProgramSyntaxError";
}

/** Removes types. Loads the compiler, which is large, only if the program may have types. */
async function withoutTypes(code: string): Promise<string> {
  if (!mayHaveTypes(code)) return code;
  const { stripTypes } = await import("./types.ts");
  return stripTypes(code);
}

/** Whether a program may have types. Can also be true for plain JavaScript. */
export function mayHaveTypes(code: string): boolean {
  const signs =
    /\b(?:interface|type|enum|declare|namespace|abstract|implements|satisfies|as|readonly|private|public|protected)\s+[\w{*]|[\w)\]}]\??\s*:\s*[\w{[("'`]|\w<\w|\w!\.|\bimport\s+type\b/;
  const withoutTexts = code
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "")
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
  return signs.test(withoutTexts);
}

interface Installed {
  readonly environment: Record<string, string>;
  readonly pending: Pending;
  readonly end: (status: number) => void;
}

/** Installs the globals of Node in this worker. */
function install(context: RunContext, { environment, pending, end }: Installed) {
  const { program, files, out, err, request } = context;
  const targetFetch = createTargetFetch({
    target: program.target,
    fetch: globalThis.fetch.bind(globalThis),
    now: () => performance.now(),
    onRequest: request,
  });
  const builtIns = {
    "node:fs/promises": createFileSystem(files),
    "node:path": { basename, dirname },
  };
  const process = createProcess({ environment, out, err, end, builtIns });
  const watchedFetch: typeof fetch = async (input, init) => {
    const end = pending.begin();
    try {
      return await targetFetch(input, init);
    } finally {
      end();
    }
  };
  watchTimers(pending);
  Object.assign(globalThis, { process, console: createConsole(out, err), fetch: watchedFetch });
  return process;
}
