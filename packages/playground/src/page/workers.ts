import type { Language, WorkerRequest } from "../run/protocol.ts";

/** A worker that nobody has taken yet. */
interface Spare {
  readonly target: string;
  readonly language: Language;
  readonly worker: Worker;
  /** It has said so. One whose service worker ended while it was loaded may never say anything, nor fail. */
  isReady: boolean;
}

/** Makes the workers that run programs, and keeps those that can be used again. */
export class Workers {
  readonly #base: string;
  #python: { readonly target: string; readonly worker: Worker } | undefined;
  #spare: Spare | undefined;

  /** @param base the site's address, with an end slash */
  constructor(base: string) {
    this.#base = base;
  }

  /** A worker that may speak with `target`, an origin, and with nobody else. */
  take(language: Language, target: string): Worker {
    if (language === "py") return this.#takePython(target);
    const spare = this.#spare;
    this.#spare = undefined;
    const isFit = spare?.target === target && spare.language === language && spare.isReady;
    if (isFit) return spare.worker;
    spare?.worker.terminate();
    return this.#make(target);
  }

  /** Python is kept for the next run: it is large. Another language's globals are the program's own. */
  release(language: Language, worker: Worker): void {
    if (language !== "py") worker.terminate();
  }

  /** Ends a worker that must not go on. */
  end(worker: Worker): void {
    worker.terminate();
    if (this.#python?.worker === worker) this.#python = undefined;
    if (this.#spare?.worker === worker) this.#spare = undefined;
  }

  /** Makes a worker ready before it is asked for. */
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

  /** The service worker gives the script the policy that its address asks for. */
  #make(target: string): Worker {
    const url = `${this.#base}playground/run-worker.js?target=${encodeURIComponent(target)}`;
    const worker = new Worker(url, { type: "module", name: "example" });
    // One that could not be loaded would never answer.
    worker.addEventListener("error", () => this.end(worker));
    return worker;
  }
}
