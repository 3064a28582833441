import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// A sandbox can be told what to answer: 500 keys take a while.
const headers = { prefer: "code=409, example=ApiKeyLimitReached" };
const { error } = await sinkove.apiKeys.create({ name: "One more" }, { headers }).safe();
console.log(error?.code);
