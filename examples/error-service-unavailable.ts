import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// A sandbox can be told what to answer.
const { error } = await sinkove.me({ headers: { prefer: "code=503" }, maxRetries: 0 }).safe();
console.log(error?.message);
