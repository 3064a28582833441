import type { Language } from "../run/protocol.ts";
import { SharedEnvironment } from "./environment.ts";
import type { Example, Run, RunEvents } from "./run.ts";
import { startRun } from "./run-program.ts";
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

/** Options of {@link createPlayground}. */
export interface PlaygroundOptions {
  /** The URL of the site, with a trailing slash, such as `https://docs.example/`. */
  readonly site: string;
  /** The time limit for a program in milliseconds, without the time to load its language. Default: 60,000. */
  readonly timeLimit?: number;
}

/** Runs examples. A page needs only one. */
export interface Playground {
  readonly target: TargetChoice;
  /** Chooses a target, for this visit and later ones. */
  readonly choose: (choice: TargetChoice) => void;
  /** Sets the key for the reader's own API. It is only kept in memory. */
  readonly setApiKey: (key: string) => void;
  readonly hasApiKey: () => boolean;
  /** Calls the listener after each change of the target or the key. Returns a function that unsubscribes it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Starts a program. */
  readonly run: (example: Example, events: RunEvents) => Run;
  /** Loads what a run needs, for example when the reader's pointer approaches the Run button. */
  readonly prepare: (language: Language) => void;
  /** Resets the page's sandbox and the variables that examples have set. */
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
      // A failure is reported when an example is run.
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
