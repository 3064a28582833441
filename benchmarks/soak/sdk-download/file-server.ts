import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const CHUNK = 16_384;
const PAUSE_MS = 1;

/** A server of one file, slow enough to be interrupted anywhere. */
export interface FileServer {
  readonly url: string;
  readonly content: Buffer;
  /** The first requested byte of each request. */
  readonly starts: number[];
  /** Resolves when a response has sent this many bytes. */
  reached(bytes: number): Promise<void>;
  close(): void;
}

/** Serves random bytes and their URL, like the API, on a free port of 127.0.0.1. */
export async function startFileServer(size: number): Promise<FileServer> {
  const content = randomBytes(size);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const starts: number[] = [];
  let waiting: { readonly bytes: number; readonly resolve: () => void } | undefined;
  const sent = (bytes: number) => {
    if (waiting && bytes >= waiting.bytes) waiting.resolve();
  };
  const server = createServer(async (request, response) => {
    if (request.url !== "/file") return answer(response, { URL: `${url}/file`, size, sha256 });
    const start = startOf(request);
    starts.push(start);
    response.writeHead(start > 0 ? 206 : 200, headersOf(start, size));
    for (let at = start; at < size && !response.destroyed; at += CHUNK) {
      response.write(content.subarray(at, at + CHUNK));
      sent(Math.min(size, at + CHUNK));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // safe cast: it listens on a TCP port
  const url = `http://127.0.0.1:${port}`;
  return {
    ...{ url, content, starts },
    reached: (bytes) =>
      new Promise((resolve) => {
        waiting = { bytes, resolve };
      }),
    close: () => server.close().closeAllConnections(),
  };
}

function startOf({ headers }: IncomingMessage): number {
  return Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
}

function headersOf(start: number, size: number): Record<string, string | number> {
  const headers = { etag: '"one"', "content-length": size - start };
  return start > 0
    ? { ...headers, "content-range": `bytes ${start}-${size - 1}/${size}` }
    : headers;
}

function answer(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
