/** Controls the API in the browser: a service worker that all pages of the site share. */
export interface SandboxControl {
  /** Resolves when the sandbox handles the requests of this page. */
  readonly ready: () => Promise<void>;
  /** Resets the sandbox's data. */
  readonly reset: () => Promise<void>;
}

/** Thrown if the sandbox cannot run in this browser. */
class SandboxUnavailableError extends Error {
  override readonly name: string = "SandboxUnavailableError";
}

/** @param base the base path of the site, with a trailing slash */
export function createSandboxControl(base: string): SandboxControl {
  let starting: Promise<ServiceWorker> | undefined;
  const start = (): Promise<ServiceWorker> => {
    starting ??= register(base).catch((error: unknown) => {
      starting = undefined;
      throw error;
    });
    return starting;
  };
  return {
    async ready() {
      const worker = await start();
      // The service worker does not control a page after a forced reload (Shift and Reload) until it claims the page.
      if (!navigator.serviceWorker.controller) await ask(worker, "claim");
    },
    reset: async () => ask(await start(), "reset"),
  };
}

const BLOCKED =
  "This browser does not allow service workers on this page, and the sandbox needs one. Open the page over HTTPS and outside a private window, allow cookies for this site, or choose another target.";

async function register(base: string): Promise<ServiceWorker> {
  if (!("serviceWorker" in navigator)) throw new SandboxUnavailableError(BLOCKED);
  const registering = navigator.serviceWorker.register(`${base}service-worker.js`, { scope: base });
  const registration = await registering.catch((cause: unknown) => {
    // A TypeError says that the site does not answer; others, that the browser's settings forbid it.
    throw cause instanceof TypeError ? cause : new SandboxUnavailableError(BLOCKED, { cause });
  });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (!worker) throw new SandboxUnavailableError("The sandbox did not start. Reload the page.");
  await activated(worker);
  return registration.active ?? worker;
}

function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === "activated") resolve();
      if (worker.state !== "redundant") return;
      reject(new SandboxUnavailableError("The sandbox was updated. Reload the page."));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

function ask(worker: ServiceWorker, message: "claim" | "reset"): Promise<void> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: { error } }: MessageEvent<{ error: string | null }>) => {
      port1.close();
      if (error === null) resolve();
      else reject(new Error(error));
    };
    worker.postMessage(message, [port2]);
  });
}
