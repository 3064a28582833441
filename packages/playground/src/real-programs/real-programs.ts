import { execFile, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { pythonWith } from "@sinkove/python";
import type { Language } from "../run/protocol.ts";

/** The output and the exit status of a program. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** The real interpreters: Node, bash with curl, and CPython with the wheel of the Sinkove client. */
export interface RealPrograms {
  readonly run: (
    language: Language,
    code: string,
    environment: Readonly<Record<string, string>>,
  ) => Promise<Printed>;
  /** Returns why this machine cannot run a program, or undefined if it can. */
  readonly obstacle: (language: Language, code: string) => string | undefined;
  readonly close: () => Promise<void>;
}

/** Relative to `dist/`, where this code runs. */
const python = fileURLToPath(new URL("../../sdk-python/", import.meta.url));
/** The folder that contains `@sinkove/sdk`. */
const modules = fileURLToPath(new URL("../../../node_modules/", import.meta.url));

/** The time limit of a program in milliseconds. */
const TIME_LIMIT = 60_000;

/**
 * Unpacks the built wheel, so that programs run with the client as it is published. Programs run in a temporary folder,
 * which `close` removes.
 */
export async function openRealPrograms(): Promise<RealPrograms> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-programs-"));
  // On Windows, users without special rights can create junctions, but not other links.
  await symlink(modules, join(folder, "node_modules"), "junction");
  const interpreter = await pythonWith("sdk");
  await promisify(execFile)(interpreter, [
    "-c",
    'import glob, sys, zipfile\nfor each in glob.glob(sys.argv[1] + "/dist/*.whl"): zipfile.ZipFile(each).extractall(sys.argv[2])',
    python,
    join(folder, "site"),
  ]);
  const own: Readonly<Record<string, string>> = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    LC_ALL: "C.UTF-8",
    PYTHONPATH: join(folder, "site"),
    // Node keeps compiled code here, as Python does beside its files, so that only the first program compiles the client.
    NODE_COMPILE_CACHE: join(folder, "compiled"),
  };
  const commands: Readonly<Record<Language, readonly string[]>> = {
    ts: [
      process.execPath,
      "--disable-warning=ExperimentalWarning",
      "--input-type=module-typescript",
      "-",
    ],
    sh: ["bash", "-s"],
    py: [interpreter, "-"],
  };
  return {
    run(language, code, environment) {
      const [command = "", ...args] = commands[language];
      return feed(code, { command, args, cwd: folder, environment: { ...own, ...environment } });
    },
    obstacle: (language, code) =>
      language === "sh" && /\bjq\b/.test(code) && !hasJq() ? "jq is not installed" : undefined,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

function hasJq(): boolean {
  return spawnSync("jq", ["--version"], { stdio: "ignore" }).status === 0;
}

interface Feeding {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs a command with a program as its standard input, which is closed afterwards. */
function feed(code: string, { command, args, cwd, environment }: Feeding): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: environment, timeout: TIME_LIMIT });
    const texts = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        texts[stream] += text;
      });
    }
    child.once("error", reject);
    child.once("close", (status, signal) => {
      if (signal !== null)
        texts.stderr += `Stopped by ${signal}: did it run longer than ${TIME_LIMIT} ms?\n`;
      resolve({ ...texts, status: status ?? 1 });
    });
    child.stdin.end(code);
  });
}
