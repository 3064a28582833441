import { Files } from "../files.ts";
import type { Program, RequestNote, WorkerMessage } from "./protocol.ts";

/** What a language's runner is given: the program, and ways to tell what happens. */
export interface RunContext {
  readonly program: Program;
  readonly files: Files;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly progress: (text: string) => void;
  readonly request: (note: RequestNote) => void;
}

/** How a program ended. */
export interface RunResult {
  readonly status: number;
  readonly environment: Readonly<Record<string, string>>;
}

export type Runner = (context: RunContext) => Promise<RunResult>;

/** Output is sent in pieces of this length at most, so that a loop that prints cannot fill the page at once. */
const MOST_OUTPUT = 1_000_000;

/** Tells the page what a program does, and stops telling its output when there is too much. */
export function createContext(
  program: Program,
  post: (message: WorkerMessage) => void,
): RunContext {
  let left = MOST_OUTPUT;
  const output = (stream: "stdout" | "stderr") => (text: string) => {
    if (left <= 0 || text === "") return;
    const shown = text.slice(0, left);
    left -= text.length;
    post({ type: "output", stream, text: shown });
    if (left <= 0) post({ type: "output", stream: "stderr", text: "\n… the rest is not shown.\n" });
  };
  return {
    program,
    files: new Files(),
    out: output("stdout"),
    err: output("stderr"),
    progress: (text) => post({ type: "progress", text }),
    request: (request) => post({ type: "request", request }),
  };
}
