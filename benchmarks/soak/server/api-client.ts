import { setTimeout } from "node:timers/promises";

/** The model that every installation has. */
const MODEL_ID = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";

/** The fields of a dataset that trials need. */
export interface Dataset {
  readonly id: string;
  readonly numSamples: number;
  readonly metadata: {
    readonly state: "PENDING" | "STARTED" | "READY" | "FAILED" | "EXPIRED";
    readonly size: number;
    readonly finishedAt: string | null;
    readonly failureReason: string | null;
  };
}

/** The URL of an archive, and its expected size and SHA-256. */
export interface Download {
  readonly URL: string;
  readonly size: number;
  readonly sha256: string;
}

/** A client for a server that may be killed at any moment: it repeats requests until they are answered. */
export class ApiClient {
  readonly #key: string;
  readonly #urlOf: () => string;

  constructor(key: string, urlOf: () => string) {
    this.#key = key;
    this.#urlOf = urlOf;
  }

  async create(numSamples: number, prompt: string): Promise<Dataset> {
    const body = JSON.stringify({ modelId: MODEL_ID, numSamples, args: { prompt } });
    const headers = { "Idempotency-Key": crypto.randomUUID() };
    return this.#json("/datasets", { method: "POST", headers, body });
  }

  get(id: string): Promise<Dataset> {
    return this.#json(`/datasets/${id}`);
  }

  download(id: string): Promise<Download> {
    return this.#json(`/datasets/${id}/urls/download`);
  }

  /** Deletes a dataset. A missing one was deleted by an attempt whose response was lost. */
  async remove(id: string): Promise<void> {
    await this.#send(`/datasets/${id}`, { method: "DELETE" });
  }

  async credits(): Promise<number> {
    const [organization] = await this.#json<[{ credits: number }]>("/organizations");
    return organization.credits;
  }

  async #json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.#send(path, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    // Other suites test that responses follow the contract.
    return (await response.json()) as T;
  }

  async #send(path: string, init: RequestInit = {}): Promise<Response> {
    const own = { Authorization: `Bearer ${this.#key}`, "Content-Type": "application/json" };
    const headers = { ...own, ...init.headers };
    for (;;) {
      try {
        const response = await fetch(`${this.#urlOf()}/v1${path}`, { ...init, headers });
        const body = await response.arrayBuffer();
        const isBusy = response.status === 503 || response.status === 409;
        if (!isBusy) return new Response(response.status === 204 ? null : body, response);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
      await setTimeout(20);
    }
  }
}
