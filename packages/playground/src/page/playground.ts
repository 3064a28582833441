import type {
  Language,
  Program,
  RequestNote,
  WorkerMessage,
  WorkerRequest,
} from "../run/protocol.ts";
import { SharedEnvironment } from "./environment.ts";
import { Redactor } from "./redactor.ts";
import { createSandboxControl } from "./sandbox-control.ts";
import {
  faultOf,
  recallTarget,
  rememberTarget,
  SANDBOX_KEY,
  type TargetChoice,
  urlOf,
} from "./target.ts";
import { Workers } from "./workers.ts";

/** What is to be run. */
export interface Example {
  readonly language: Language;
  /** Such as `list-datasets.ts`. */
  readonly name: string;
  readonly code: string;
}

/** What a page is told of a run. */
export interface RunEvents {
  readonly onProgress: (text: string) => void;
  readonly onOutput: (stream: "stdout" | "stderr", text: string) => void;
  readonly onRequest: (request: RequestNote) => void;
  readonly onFile: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
}

/** How a run ended: with a status (0 for success), stopped by its reader, or because it took too long. */
export type RunEnd =
  | { readonly kind: "ended"; readonly status: number }
  | { readonly kind: "stopped" | "timeout" };

/** A program that runs. */
export interface Run {
  readonly ended: Promise<RunEnd>;
  readonly stop: () => void;
}

/** Options of {@link createPlayground}. */
export interface PlaygroundOptions {
  /** The address of the site, with an end slash: `https://docs.example/`. */
  readonly site: string;
  /** Milliseconds after which a program is stopped, not counting what it takes to load its language. Default: 60,000. */
  readonly timeLimit?: number;
}

/** Runs examples; one for the whole site. */
export interface Playground {
  readonly target: TargetChoice;
  /** Chooses a target, for this visit and the next. */
  readonly choose: (choice: TargetChoice) => void;
  /** The key for the reader's own API. It stays in this page's memory. */
  readonly setApiKey: (key: string) => void;
  readonly hasApiKey: () => boolean;
  /** Calls back after each change of the target. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Starts a program. */
  readonly run: (example: Example, events: RunEvents) => Run;
  /** Makes what a run needs ready, while the reader's hand is on its way. */
  readonly prepare: (language: Language) => void;
  /** Makes the page's sandbox a new one, and forgets what examples have left. */
  readonly resetSandbox: () => Promise<void>;
}

export function createPlayground({ site, timeLimit = 60_000 }: PlaygroundOptions): Playground {
  const base = new URL(site).pathname;
  const sandbox = createSandboxControl(base);
  const environment = new SharedEnvironment(base, storageOf("sessionStorage"));
  const workers = new Workers(base);
  const listeners = new Set<() => void>();
  const storage = storageOf("localStorage");
  let target = recallTarget(storage ?? { getItem: () => null });
  let apiKey = "";
  return {
    get target() {
      return target;
    },
    choose(choice) {
      target = choice;
      if (storage) rememberTarget(storage, choice);
      for (const listener of listeners) listener();
    },
    setApiKey(key) {
      apiKey = key.trim();
      for (const listener of listeners) listener();
    },
    hasApiKey: () => apiKey !== "",
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    prepare(language) {
      const origin = originOf(target, site);
      if (origin === undefined) return;
      // A failure is told when an example is run.
      sandbox.ready().then(
        () => workers.prepare(language, origin),
        () => undefined,
      );
    },
    run(example, events) {
      const key = target.kind === "api" ? apiKey : SANDBOX_KEY;
      return startRun({
        example,
        events,
        target,
        key,
        site,
        timeLimit,
        sandbox,
        environment,
        workers,
      });
    },
    async resetSandbox() {
      await sandbox.reset();
      environment.clear();
    },
  };
}

function storageOf(name: "localStorage" | "sessionStorage"): Storage | undefined {
  try {
    return globalThis[name];
  } catch {
    return undefined;
  }
}

function originOf(target: TargetChoice, site: string): string | undefined {
  if (target.kind === "api" && faultOf(target.apiUrl) !== undefined) return undefined;
  return new URL(urlOf(target, site)).origin;
}

interface RunParts extends Required<PlaygroundOptions> {
  readonly example: Example;
  readonly events: RunEvents;
  readonly target: TargetChoice;
  readonly key: string;
  readonly sandbox: ReturnType<typeof createSandboxControl>;
  readonly environment: SharedEnvironment;
  readonly workers: Workers;
}

function startRun(parts: RunParts): Run {
  let stop: (end: RunEnd) => void = () => undefined;
  const stopped = new Promise<RunEnd>((resolve) => {
    stop = resolve;
  });
  return { ended: runProgram(parts, stopped), stop: () => stop({ kind: "stopped" }) };
}

async function runProgram(parts: RunParts, stopped: Promise<RunEnd>): Promise<RunEnd> {
  const { target, site, key, events } = parts;
  const fault = target.kind === "api" ? faultOf(target.apiUrl) : undefined;
  const missing = key === "" ? "Type a key for your API first, beside the target." : undefined;
  if (fault ?? missing) {
    events.onOutput("stderr", `${fault ?? missing}\n`);
    return { kind: "ended", status: 1 };
  }
  try {
    await parts.sandbox.ready();
  } catch (error) {
    // The service worker also gives other targets' workers their policy: without it, nothing is run.
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
  const running = listen(worker, parts, (left) => environment.keep(url, isSandbox, left));
  const request: WorkerRequest = { type: "run", program };
  worker.postMessage(request);
  const end = await Promise.race([stopped, running.ended]);
  running.close();
  if (end.kind === "ended") workers.release(example.language, worker);
  else workers.end(worker);
  if (example.language !== "py") workers.prepare(example.language, new URL(url).origin);
  return end;
}

/** Loading Python may take this many times as long as a program may run. */
const LOADING = 5;

/** Hands on what a worker tells, until it has ended or has taken too long. */
function listen(
  worker: Worker,
  parts: RunParts,
  keep: (environment: Readonly<Record<string, string>>) => void,
): { readonly ended: Promise<RunEnd>; readonly close: () => void } {
  const { events, timeLimit } = parts;
  const tell = createTeller(parts);
  const listening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<RunEnd>((resolve) => {
    const limit = (milliseconds: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => resolve({ kind: "timeout" }), milliseconds);
    };
    const hear = (message: WorkerMessage): void => {
      tell.message(message);
      if (message.type === "progress") limit(message.text === "" ? timeLimit : LOADING * timeLimit);
      if (message.type !== "end") return;
      keep(message.environment);
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
    tell.rest();
  };
  return { ended, close };
}

/** Tells the page what a worker tells, without the reader's key. */
function createTeller({ events, key, target }: RunParts) {
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
