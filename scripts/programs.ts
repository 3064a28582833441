import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

/** A Node program that runs until it is stopped. */
export interface Program {
  /** The name in messages, such as "the mock server". */
  readonly name: string;
  /** The file and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly cwd?: string;
  /** The complete environment. */
  readonly env: NodeJS.ProcessEnv;
}

export interface ProgramGroupOptions {
  /** Stops all programs. */
  readonly signal: AbortSignal;
  /** Prints which program ended by itself, and how. */
  readonly say: (line: string) => void;
  /** How long a program may take to stop before it is killed, in milliseconds. */
  readonly grace?: number;
}

/** Programs that run side by side. If one ends by itself, the others are stopped. */
export interface ProgramGroup {
  readonly start: (program: Program) => void;
  readonly stop: () => void;
  /** Aborts when the programs are being stopped, for any reason. */
  readonly stopping: AbortSignal;
  /** Settles when every program has ended. */
  readonly ended: () => Promise<void>;
}

const PRELOAD = new URL("end-with-parent.js", import.meta.url).href;

export function createProgramGroup(options: ProgramGroupOptions): ProgramGroup {
  const { say, grace = 10_000 } = options;
  const own = new AbortController();
  const stopping = AbortSignal.any([options.signal, own.signal]);
  const running: Promise<void>[] = [];

  async function run(program: Program): Promise<void> {
    const child = spawnProgram(program);
    const stop = () => void stopChild(child, grace);
    if (stopping.aborted) stop();
    stopping.addEventListener("abort", stop);
    const ending = await endOf(child);
    stopping.removeEventListener("abort", stop);
    if (stopping.aborted) return;
    say(`${program.name} ended by itself (${ending}), so everything stops.`);
    own.abort();
  }

  return {
    start: (program) => void running.push(run(program)),
    stop: () => own.abort(),
    stopping,
    ended: async () => {
      await Promise.all(running);
    },
  };
}

function spawnProgram({ command, cwd, env }: Program): ChildProcess {
  return spawn(process.execPath, ["--import", PRELOAD, ...command], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    ...(cwd !== undefined && { cwd }),
    env,
    // Ctrl-C only reaches this process, which then stops each program once.
    detached: process.platform !== "win32",
  });
}

async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = await once(child, "exit");
    return signal === null ? `exit code ${code}` : `${signal}`;
  } catch (error) {
    return error instanceof Error ? error.message : `${error}`;
  }
}

async function stopChild(child: ChildProcess, grace: number): Promise<void> {
  if (child.connected) child.disconnect();
  await wait(grace, undefined, { ref: false });
  child.kill("SIGKILL");
}
