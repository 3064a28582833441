import type { Program, WorkerRequest } from "../run/protocol.ts";
import type { SharedEnvironment } from "./environment.ts";
import { listen } from "./listen.ts";
import type { Example, Run, RunEnd, RunEvents } from "./run.ts";
import type { SandboxControl } from "./sandbox-control.ts";
import { adviceOf, faultOf, type TargetChoice, urlOf } from "./target.ts";
import type { Workers } from "./workers.ts";

/** A run, with the objects that runs share. */
export interface RunParts {
  readonly site: string;
  readonly timeLimit: number;
  readonly example: Example;
  readonly events: RunEvents;
  readonly target: TargetChoice;
  readonly key: string;
  readonly sandbox: SandboxControl;
  readonly environment: SharedEnvironment;
  readonly workers: Workers;
}

/** Starts a program and reports its events. */
export function startRun(parts: RunParts): Run {
  let stop: (end: RunEnd) => void = () => undefined;
  const stopped = new Promise<RunEnd>((resolve) => {
    stop = resolve;
  });
  return { ended: runProgram(parts, stopped), stop: () => stop({ kind: "stopped" }) };
}

async function runProgram(parts: RunParts, stopped: Promise<RunEnd>): Promise<RunEnd> {
  const { target, site, key, events } = parts;
  const fault = target.kind === "api" ? faultOf(target.apiUrl) : undefined;
  const missing = key === "" ? "Enter a key for your API next to the target first." : undefined;
  if (fault ?? missing) {
    events.onOutput("stderr", `${fault ?? missing}\n`);
    return { kind: "ended", status: 1 };
  }
  try {
    await parts.sandbox.ready();
  } catch (error) {
    // Without the service worker, no program may run: it also sets the content security policy for other targets.
    events.onOutput("stderr", `${error instanceof Error ? error.message : error}\n`);
    return { kind: "ended", status: 1 };
  }
  return runInWorker(parts, { url: urlOf(target, site), stopped });
}

interface Place {
  readonly url: string;
  readonly stopped: Promise<RunEnd>;
}

async function runInWorker(parts: RunParts, { url, stopped }: Place): Promise<RunEnd> {
  const { example, target, key, environment, workers } = parts;
  const isSandbox = target.kind === "page";
  const program: Program = {
    ...example,
    target: url,
    environment: {
      ...environment.of(url, isSandbox),
      SINKOVE_API_URL: url,
      SINKOVE_API_KEY: key,
    },
  };
  const worker = workers.take(example.language, new URL(url).origin);
  let isBroken = false;
  let hadNoResponse = false;
  const onRequest: RunEvents["onRequest"] = (note) => {
    if (note.status === 0) hadNoResponse = true;
    parts.events.onRequest(note);
  };
  const heard = { ...parts, events: { ...parts.events, onRequest } };
  const running = listen(worker, heard, (message) => {
    environment.keep(url, isSandbox, message.environment);
    isBroken = message.isBroken;
  });
  const request: WorkerRequest = { type: "run", program };
  worker.postMessage(request);
  const end = await Promise.race([stopped, running.ended]);
  running.close();
  const advice = adviceOf(target, parts.site);
  if (advice && hadNoResponse && end.kind === "ended" && end.status !== 0)
    parts.events.onOutput("stderr", `\n${advice}\n`);
  if (end.kind === "ended" && !isBroken) workers.release(example.language, worker);
  else workers.end(worker);
  if (example.language !== "py") workers.prepare(example.language, new URL(url).origin);
  return end;
}
