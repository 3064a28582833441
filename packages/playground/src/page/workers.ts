import type { Language, WorkerRequest } from "../run/protocol.ts";

/** A worker that is prepared for the next run. */
interface Spare {
  readonly target: string;
  readonly language: Language;
  readonly worker: Worker;
  /** Whether the worker has reported that it is ready. It may never do so if the service worker stops while loading. */
  isReady: boolean;
}

/** Creates the workers that run programs, and keeps those that can be reused. */
export class Workers {
  readonly #base: string;
  #python: { readonly target: string; readonly worker: Worker } | undefined;
  #spare: Spare | undefined;

  /** @param base the base path of the site, with a trailing slash */
  constructor(base: string) {
    this.#base = base;
  }

  /** Returns a worker whose requests can only go to `target`, an origin, and to this site. */
  take(language: Language, target: string): Worker {
    if (language === "py") return this.#takePython(target);
    const spare = this.#spare;
    this.#spare = undefined;
    const isFit = spare?.target === target && spare.language === language && spare.isReady;
    if (isFit) return spare.worker;
    spare?.worker.terminate();
    return this.#make(target);
  }

  /** Keeps a Python worker for the next run, because Python is slow to load. Other workers may have changed globals. */
  release(language: Language, worker: Worker): void {
    if (language !== "py") worker.terminate();
  }

  /** Terminates a worker that must not be reused. */
  end(worker: Worker): void {
    worker.terminate();
    if (this.#python?.worker === worker) this.#python = undefined;
    if (this.#spare?.worker === worker) this.#spare = undefined;
  }

  /** Creates a worker before it is needed. */
  prepare(language: Language, target: string): void {
    const request: WorkerRequest = { type: "warm", language };
    if (language === "py") return;
    if (this.#spare?.target === target && this.#spare.language === language) return;
    this.#spare?.worker.terminate();
    const worker = this.#make(target);
    const spare = { target, language, worker, isReady: false };
    const ready = (): void => {
      spare.isReady = true;
    };
    worker.addEventListener("message", ready, { once: true });
    worker.postMessage(request);
    this.#spare = spare;
  }

  #takePython(target: string): Worker {
    if (this.#python?.target !== target) {
      this.#python?.worker.terminate();
      this.#python = { target, worker: this.#make(target) };
    }
    return this.#python.worker;
  }

  /** The service worker reads the target from the script's URL and adds the content security policy for it. */
  #make(target: string): Worker {
    const url = `${this.#base}playground/run-worker.js?target=${encodeURIComponent(target)}`;
    const worker = new Worker(url, { type: "module", name: "example" });
    // A worker that could not be loaded would never respond.
    worker.addEventListener("error", () => this.end(worker));
    return worker;
  }
}
