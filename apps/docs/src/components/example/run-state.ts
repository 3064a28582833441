import type { RequestNote, RunEnd } from "@sinkove/playground";

/** A piece of output. Consecutive pieces of the same stream are merged. */
export interface Output {
  readonly stream: "stdout" | "stderr";
  readonly text: string;
}

/** A file that a program has written. */
export interface LeftFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The visible state of a run. */
export interface RunState {
  readonly phase: "idle" | "running" | RunEnd["kind"];
  /** The exit status of an ended program. */
  readonly status: number;
  readonly progress: string;
  readonly outputs: readonly Output[];
  readonly requests: readonly RequestNote[];
  readonly files: readonly LeftFile[];
  readonly seconds: number;
}

export type RunAction =
  | { readonly type: "start" | "reset" }
  | { readonly type: "progress"; readonly text: string }
  | { readonly type: "output"; readonly output: Output }
  | { readonly type: "request"; readonly request: RequestNote }
  | { readonly type: "file"; readonly file: LeftFile }
  | { readonly type: "end"; readonly end: RunEnd; readonly seconds: number };

export const idle: RunState = {
  phase: "idle",
  status: 0,
  progress: "",
  outputs: [],
  requests: [],
  files: [],
  seconds: 0,
};

export function reduceRun(state: RunState, action: RunAction): RunState {
  const isLate = state.phase !== "running" && action.type !== "start";
  if (isLate) return action.type === "reset" ? idle : state;
  switch (action.type) {
    case "start":
      return { ...idle, phase: "running" };
    case "reset":
      return idle;
    case "progress":
      return { ...state, progress: action.text };
    case "output":
      return { ...state, outputs: withOutput(state.outputs, action.output) };
    case "request":
      return { ...state, requests: [...state.requests, action.request] };
    case "file":
      return { ...state, files: [...state.files, action.file] };
    case "end": {
      const { end, seconds } = action;
      const status = end.kind === "ended" ? end.status : 1;
      return { ...state, phase: end.kind, status, seconds, progress: "" };
    }
  }
}

function withOutput(outputs: readonly Output[], output: Output): readonly Output[] {
  const last = outputs.at(-1);
  if (last?.stream !== output.stream) return [...outputs, output];
  return [...outputs.slice(0, -1), { ...last, text: last.text + output.text }];
}
