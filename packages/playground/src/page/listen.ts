import type { RequestNote, WorkerMessage } from "../run/protocol.ts";
import { Redactor } from "./redactor.ts";
import type { RunEnd, RunEvents } from "./run.ts";
import type { TargetChoice } from "./target.ts";

/** A run to listen to. */
export interface HeardRun {
  readonly events: RunEvents;
  readonly timeLimit: number;
  readonly target: TargetChoice;
  readonly key: string;
}

/** Multiplies the time limit while Python loads. */
const LOADING = 5;

type EndMessage = Extract<WorkerMessage, { type: "end" }>;

/** Forwards a worker's messages to the page until the program ends or its time limit is exceeded. */
export function listen(
  worker: Worker,
  parts: HeardRun,
  onEnd: (message: EndMessage) => void,
): { readonly ended: Promise<RunEnd>; readonly close: () => void } {
  const { events, timeLimit } = parts;
  const forward = createForwarder(parts);
  const listening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<RunEnd>((resolve) => {
    const limit = (milliseconds: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => resolve({ kind: "timeout" }), milliseconds);
    };
    const hear = (message: WorkerMessage): void => {
      forward.message(message);
      if (message.type === "progress") limit(message.text === "" ? timeLimit : LOADING * timeLimit);
      if (message.type !== "end") return;
      onEnd(message);
      resolve({ kind: "ended", status: message.status });
    };
    limit(timeLimit);
    const { signal } = listening;
    worker.addEventListener("message", ({ data }) => hear(data), { signal });
    const fail = (event: ErrorEvent): void => {
      events.onOutput("stderr", `${event.message || "The program could not be started."}\n`);
      resolve({ kind: "ended", status: 1 });
    };
    worker.addEventListener("error", fail, { signal });
  });
  const close = (): void => {
    clearTimeout(timer);
    listening.abort();
    forward.rest();
  };
  return { ended, close };
}

/** Forwards a worker's messages to the page. Redacts the reader's API key. */
function createForwarder({ events, key, target }: Omit<HeardRun, "timeLimit">) {
  const secret = target.kind === "api" ? key : undefined;
  const redactors = { stdout: new Redactor(secret), stderr: new Redactor(secret) };
  const output = (stream: "stdout" | "stderr", text: string): void => {
    if (text !== "") events.onOutput(stream, text);
  };
  return {
    message(message: WorkerMessage): void {
      if (message.type === "progress") events.onProgress(message.text);
      if (message.type === "output") {
        output(message.stream, redactors[message.stream].push(message.text));
      }
      if (message.type === "request") events.onRequest(hidden(message.request, secret));
      if (message.type === "file") events.onFile(message.name, message.bytes);
    },
    rest(): void {
      output("stdout", redactors.stdout.end());
      output("stderr", redactors.stderr.end());
    },
  };
}

function hidden(request: RequestNote, secret: string | undefined): RequestNote {
  if (secret === undefined) return request;
  return { ...request, path: request.path.replaceAll(secret, "[your key]") };
}
