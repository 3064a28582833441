import { createServer, type IncomingMessage } from "node:http";
import { unwrap, WebhookError } from "@sinkove/sdk/webhooks";

const secret = process.env.WEBHOOK_SECRET ?? "";
const seen = new Set<string>(); // in production, a table with a unique index
const MOST_BYTES = 64 * 1024; // larger than any event

async function receive(request: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) return 413;
    chunks.push(chunk);
  }
  try {
    const event = await unwrap(Buffer.concat(chunks), request.headers, secret);
    if (!seen.has(event.id)) {
      seen.add(event.id);
      if (event.type === "dataset.ready") console.log("ready:", event.data.datasetId);
      else console.log(event.type);
    }
    return 204;
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    console.log("refused:", error.code);
    return 400;
  }
}

const server = createServer(async (request, response) => {
  // A client may abort its request. That error must not end the program.
  const status = await receive(request).catch((error) => {
    console.error(error);
    return 500;
  });
  response.writeHead(status).end();
});
server.listen(Number(process.env.PORT ?? 3001), "127.0.0.1");
