import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const idempotencyKey = crypto.randomUUID();
const other = await sinkove.apiKeys.create({ name: "Other program" }, { idempotencyKey });

// The first answer holds a secret, so another key does not get to see it.
const { error } = await new Sinkove({ apiKey: other.secret }).apiKeys
  .create({ name: "Other program" }, { idempotencyKey })
  .safe();
console.log(error?.message);
