import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// A sandbox can be told to fail. The client sends a request twice more before it gives up.
const { error } = await sinkove.me({ headers: { prefer: "code=500" } }).safe();
console.log(error?.code, "after", error?.attempts.length, "attempts");
