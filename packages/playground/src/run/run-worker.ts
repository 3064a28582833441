import { loadPart, PartError } from "./load-part.ts";
import type { Language, Program, WorkerMessage, WorkerRequest } from "./protocol.ts";
import { createContext, type Runner } from "./worker-host.ts";

// The cast is safe: this file runs in a worker, but the compiler assumes a page.
const worker = globalThis as unknown as Pick<Worker, "postMessage" | "addEventListener">;
const post = (message: WorkerMessage, transfer: Transferable[] = []): void =>
  worker.postMessage(message, transfer);

const runners: Readonly<Record<Language, () => Promise<{ readonly run: Runner }>>> = {
  ts: () => import("./javascript/runner.ts"),
  sh: () => import("./shell-runner.ts"),
  py: () => import("./python/runner.ts"),
};

worker.addEventListener("message", (event) => {
  // The page that created this worker sends only messages of this type.
  const request: WorkerRequest = (event as MessageEvent).data;
  if (request.type === "run") void run(request.program);
  else void warm(request.language);
});

/** Loads the bundles that a program is likely to need. */
async function warm(language: Language): Promise<void> {
  await runners[language]();
  if (language === "ts") await import(/* @vite-ignore */ new URL("sdk.js", location.href).href);
  post({ type: "ready" });
}

async function run(program: Program): Promise<void> {
  const context = createContext(program, post);
  let status = 1;
  let isBroken = false;
  let { environment } = program;
  try {
    const runner = await loadPart(runners[program.language]);
    ({ status, environment } = await runner.run(context));
  } catch (error) {
    isBroken = error instanceof PartError;
    context.err(`${error instanceof Error ? error.message : error}\n`);
  }
  for (const name of context.files.names) {
    const bytes = context.files.read(name);
    if (bytes) post({ type: "file", name, bytes }, [bytes.buffer]);
  }
  post({ type: "end", status, environment: { ...environment }, isBroken });
}
