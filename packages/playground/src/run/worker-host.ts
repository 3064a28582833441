import { Files } from "../files.ts";
import type { Program, RequestNote, WorkerMessage } from "./protocol.ts";

/** The input of a language's runner: the program, and callbacks for its events. */
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

/** The maximum length of a program's output, so that a loop that prints cannot fill the page. */
const MOST_OUTPUT = 1_000_000;

/** Creates a context that posts a program's events to the page. Discards output beyond the maximum. */
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
    if (left <= 0)
      post({
        type: "output",
        stream: "stderr",
        text: "\n… the rest of the output is not shown.\n",
      });
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
