import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const idempotencyKey = crypto.randomUUID();
const other = await sinkove.apiKeys.create({ name: "Other program" }, { idempotencyKey });

// The first response contains a secret, so other keys do not get it.
const { error } = await new Sinkove({ apiKey: other.secret }).apiKeys
  .create({ name: "Other program" }, { idempotencyKey })
  .safe();
console.log(error?.message);
