// Reads an archive slowly, many times at once, in a process of its own: `read` begins, `rest` ends.
import { type ClientRequest, get } from "node:http";
import { setTimeout } from "node:timers/promises";

/** What this program is told. */
export type Order =
  | { readonly type: "rest" }
  | { readonly type: "read"; readonly url: string; readonly readers: number };

/** Bytes a second of each reader. */
const RATE = 1024 * 1024;
/** Milliseconds between two looks at what has come. */
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
// Whoever started this is gone: so is the reason to stay.
process.on("disconnect", () => process.exit());

/** Each at a moment of its own: readers do not keep step. */
async function begin(url: string): Promise<ClientRequest> {
  await setTimeout(Math.random() * TICK);
  return beginNow(url);
}

/** Resolves with the first bytes. */
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
