import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const idempotencyKey = crypto.randomUUID();
await sinkove.apiKeys.create({ name: "Notebook" }, { idempotencyKey });

const { error } = await sinkove.apiKeys.create({ name: "Pipeline" }, { idempotencyKey }).safe();
console.log(error?.message);
