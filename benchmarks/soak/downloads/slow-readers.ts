// Reads an archive slowly, many times at once, in a separate process: `read` begins, `rest` ends.
import { type ClientRequest, get } from "node:http";
import { setTimeout } from "node:timers/promises";

/** A message to this program. */
export type Order =
  | { readonly type: "rest" }
  | { readonly type: "read"; readonly url: string; readonly readers: number };

/** The rate of each reader, in bytes per second. */
const RATE = 1024 * 1024;
/** The interval between two reads of received data, in milliseconds. */
const TICK = 50;

let requests: ClientRequest[] = [];

process.on("message", async (order: Order) => {
  for (const request of requests) request.destroy();
  requests = [];
  if (order.type === "read") {
    requests = await Promise.all(Array.from({ length: order.readers }, () => begin(order.url)));
  }
  process.send?.("done");
});
// The parent process has ended.
process.on("disconnect", () => process.exit());

/** Begins after a random delay, so that readers do not run in step. */
async function begin(url: string): Promise<ClientRequest> {
  await setTimeout(Math.random() * TICK);
  return beginNow(url);
}

/** Resolves when the first bytes arrive. */
function beginNow(url: string): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (response) => {
      let due = 0;
      const timer = setInterval(() => {
        due = Math.min(due + (RATE * TICK) / 1000, RATE);
        for (let chunk = response.read(); chunk !== null; chunk = response.read()) {
          due -= chunk.length;
          if (due <= 0) return;
        }
      }, TICK);
      response.once("readable", () => resolve(request));
      response.once("close", () => clearInterval(timer));
      response.on("error", () => {});
    });
    request.on("error", reject);
  });
}
