import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// Ask the sandbox for an error. The client retries a request twice before it gives up.
const { error } = await sinkove.me({ headers: { prefer: "code=500" } }).safe();
console.log(error?.code, "after", error?.attempts.length, "attempts");
