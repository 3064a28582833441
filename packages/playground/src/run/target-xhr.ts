import type { RequestNote } from "./protocol.ts";
import { isWithin, refusalOf } from "./target-fetch.ts";

/** Options of {@link createTargetXhr}. */
export interface TargetXhrOptions {
  /** Returns the target of the current program. */
  readonly target: () => string;
  readonly now: () => number;
  readonly onRequest: (note: RequestNote) => void;
}

/** Creates an XMLHttpRequest that only reaches the target, and reports each request. Python uses it. */
export function createTargetXhr(
  Original: typeof XMLHttpRequest,
  { target, now, onRequest }: TargetXhrOptions,
): typeof XMLHttpRequest {
  return class extends Original {
    #method = "";
    #url: URL | undefined;

    override open(method: string, url: string | URL, ...rest: unknown[]): void {
      this.#method = method;
      this.#url = new URL(url, globalThis.location.href);
      if (!isWithin(this.#url, target())) throw new TypeError(refusalOf(this.#url, target()));
      const [isAsync = true, user, password] = rest;
      super.open(method, url, Boolean(isAsync), user as string | null, password as string | null);
    }

    override send(body?: XMLHttpRequestBodyInit | null): void {
      const started = now();
      const report = (): void => {
        const path = `${this.#url?.pathname ?? ""}${this.#url?.search ?? ""}`;
        const milliseconds = now() - started;
        onRequest({ method: this.#method, path, status: this.status, milliseconds });
      };
      this.addEventListener("loadend", report, { once: true });
      try {
        super.send(body);
      } catch (error) {
        // A synchronous request that fails throws, and does not fire `loadend`.
        this.removeEventListener("loadend", report);
        report();
        throw error;
      }
    }
  };
}
