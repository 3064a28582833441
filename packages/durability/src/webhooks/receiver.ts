// A program that receives webhooks: `node receiver.ts PORT FILE`, with the secret in WEBHOOK_SECRET. It acknowledges an
// event only when a line about it is on the disk.
import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { Webhook } from "standardwebhooks";
import type { ReceivedEvent } from "./received-events.ts";

const [port = "0", file = ""] = process.argv.slice(2);
const webhook = new Webhook(process.env.WEBHOOK_SECRET ?? "");

/** The library checks what it gets: a missing header is an error of its own. */
function verify(body: string, headers: IncomingHttpHeaders): ReceivedEvent {
  const event = webhook.verify(body, headers as Record<string, string>) as ReceivedEvent["event"];
  return { messageId: `${headers["webhook-id"]}`, event };
}

function keep(line: unknown): void {
  const descriptor = openSync(file, "a");
  // A kill may have cut the line before.
  writeSync(descriptor, `\n${JSON.stringify(line)}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

const server = createServer(async (request, response) => {
  try {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    keep(verify(body, request.headers));
    response.writeHead(204).end();
  } catch (error) {
    // The sender was killed in the middle of its request.
    if (request.destroyed && !request.complete) return;
    keep({ refused: `${error}` });
    response.writeHead(400).end();
  }
});
// The trial has ended, however that happened.
process.once("disconnect", () => process.exit());
server.listen(Number(port), "127.0.0.1", () => process.send?.("listening"));
