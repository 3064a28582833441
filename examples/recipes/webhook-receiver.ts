import { createServer } from "node:http";
import { unwrap, WebhookError } from "@sinkove/sdk/webhooks";

const secret = process.env.WEBHOOK_SECRET ?? "";
const seen = new Set<string>(); // in production, a table with a unique index

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const event = await unwrap(Buffer.concat(chunks), request.headers, secret);
    if (!seen.has(event.id)) {
      seen.add(event.id);
      if (event.type === "dataset.ready") console.log("ready:", event.data.datasetId);
      else console.log(event.type);
    }
    response.writeHead(204).end();
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    console.log("refused:", error.code);
    response.writeHead(400).end();
  }
});
server.listen(Number(process.env.PORT ?? 3001), "127.0.0.1");
