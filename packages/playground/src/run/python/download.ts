import type { PythonParts } from "./parts.ts";

/** Downloads files, decompresses those that end in `.gzip`, and reports their total progress. */
export class Download {
  readonly #total: number;
  readonly #progress: (text: string) => void;
  #received = 0;

  constructor({ files, wheels }: PythonParts, progress: (text: string) => void) {
    this.#total = [...files, ...wheels].reduce((sum, { bytes }) => sum + bytes, 0);
    this.#progress = progress;
    this.#report();
  }

  /** @throws Error if the site does not have the file */
  async get(url: URL): Promise<ArrayBuffer> {
    const response = await fetch(url);
    if (!response.ok || response.body === null)
      throw new Error(`${url.pathname} could not be loaded: HTTP ${response.status}`);
    const counted = response.body.pipeThrough(this.#counter());
    // The decompression happens here so that the download size does not depend on the host's compression.
    const body = url.pathname.endsWith(".gzip")
      ? counted.pipeThrough(new DecompressionStream("gzip"))
      : counted;
    return new Response(body).arrayBuffer();
  }

  #counter(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
    return new TransformStream({
      transform: (chunk, controller) => {
        this.#received += chunk.length;
        this.#report();
        controller.enqueue(chunk);
      },
    });
  }

  #report(): void {
    this.#progress(
      `Loading Python, once: ${megabytes(this.#received)} of ${megabytes(this.#total)} MB.`,
    );
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
