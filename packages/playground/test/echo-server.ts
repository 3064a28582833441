import { createServer, type IncomingMessage } from "node:http";

/** A received request. */
export interface SentRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** A server that records requests and responds with `ok`. */
export interface EchoServer {
  readonly origin: string;
  /** Returns the requests since the last call. */
  readonly take: () => SentRequest[];
  readonly close: () => Promise<void>;
}

export async function startEchoServer(): Promise<EchoServer> {
  const sent: SentRequest[] = [];
  const server = createServer(async (request, response) => {
    sent.push(await describe(request));
    response.setHeader("X-Echo", "yes").end("ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    take: () => sent.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function describe(request: IncomingMessage): Promise<SentRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { rawHeaders } = request;
  const headers = rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ""]] : [],
  );
  const body = Buffer.concat(chunks).toString("latin1");
  return { method: request.method ?? "", target: request.url ?? "", headers, body };
}
