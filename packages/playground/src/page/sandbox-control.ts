/** The API in this page: a service worker, which every page of the site shares. */
export interface SandboxControl {
  /** Resolves when the sandbox answers requests of this page. */
  readonly ready: () => Promise<void>;
  /** Makes the sandbox's world a new one. */
  readonly reset: () => Promise<void>;
}

/** The sandbox cannot run in this browser. */
class SandboxUnavailableError extends Error {
  override readonly name: string = "SandboxUnavailableError";
}

/** @param base the site's address, with an end slash */
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
      // A page that was loaded past the worker (Shift and Reload) is not under it until it is claimed.
      if (!navigator.serviceWorker.controller) await ask(worker, "claim");
    },
    reset: async () => ask(await start(), "reset"),
  };
}

async function register(base: string): Promise<ServiceWorker> {
  if (!("serviceWorker" in navigator)) {
    throw new SandboxUnavailableError(
      "This browser lets no service worker run here, and the sandbox is one. Open the page over https, outside a private window, or choose another target.",
    );
  }
  const registration = await navigator.serviceWorker.register(`${base}service-worker.js`, {
    scope: base,
  });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (!worker) throw new SandboxUnavailableError("The sandbox did not start. Load the page again.");
  await activated(worker);
  return registration.active ?? worker;
}

function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === "activated") resolve();
      if (worker.state !== "redundant") return;
      reject(new SandboxUnavailableError("The sandbox was replaced. Load the page again."));
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
