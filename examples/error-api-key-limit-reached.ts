import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
// Ask the sandbox for this error, because creating 500 keys would take a while.
const headers = { prefer: "code=409, example=ApiKeyLimitReached" };
const { error } = await sinkove.apiKeys.create({ name: "One more" }, { headers }).safe();
console.log(error?.code);
