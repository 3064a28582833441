import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// Ask the sandbox for this error.
const { error } = await sinkove.me({ headers: { prefer: "code=500" }, maxRetries: 0 }).safe();
console.log(error?.message);
