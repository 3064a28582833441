import type { ServerResponse } from "node:http";
import type { BodyPart, Exchange } from "./behaviour.ts";
import type { Clock } from "./hostile-server.ts";

/** The context of an exchange. */
export interface Stage {
  readonly clock: Clock;
  /** Called for each event. */
  readonly note: () => void;
  /** Called when the exchange is finished on the server's side. */
  readonly over: () => void;
}

/** Handles one request as in the script. */
export async function playExchange(
  exchange: Exchange,
  response: ServerResponse,
  stage: Stage,
): Promise<void> {
  // Each attempt has its own connection, so that ending one does not affect the next.
  response.shouldKeepAlive = false;
  response.sendDate = false;
  if (exchange.delay) await pause(exchange.delay, response, stage.clock);
  if (exchange.raw !== undefined) response.socket?.write(exchange.raw);
  if (exchange.status !== undefined) response.writeHead(exchange.status, headersOf(exchange));
  for (const part of partsOf(exchange)) {
    if (response.destroyed) return;
    stage.note();
    if ("text" in part) response.write(part.text);
    else {
      response.flushHeaders();
      await pause(part.pause, response, stage.clock);
    }
  }
  finish(exchange, response, stage);
}

function headersOf({ status = 0, headers, json }: Exchange): Readonly<Record<string, string>> {
  if (json === undefined) return headers ?? {};
  const type = status >= 400 ? "application/problem+json" : "application/json";
  return { "content-type": type, ...headers };
}

function partsOf({ json, body }: Exchange): readonly BodyPart[] {
  return json === undefined ? (body ?? []) : [{ text: JSON.stringify(json) }];
}

function finish({ status, end }: Exchange, response: ServerResponse, { note, over }: Stage): void {
  note();
  if (response.destroyed) return;
  if (end === "hang") {
    if (status !== undefined) response.flushHeaders();
    return;
  }
  over();
  if (end === "reset") response.socket?.resetAndDestroy();
  else if (end === "cut" || status === undefined) {
    if (status !== undefined) response.flushHeaders();
    response.socket?.destroySoon();
  } else response.end();
}

/** Stops early if the client disconnects. */
function pause(ms: number, response: ServerResponse, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    response.once("close", () => {
      cancel();
      resolve();
    });
  });
}
