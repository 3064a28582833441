import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const old = await sinkove.apiKeys.create({ name: "Pipeline" });
await sinkove.apiKeys.rotate(old.id, { gracePeriodSeconds: 3600 });

// Move the sandbox's clock to the end of the grace period.
await fetch(`${process.env.SINKOVE_API_URL}/_sandbox/clock`, {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.SINKOVE_API_KEY}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({ advance: "PT2H" }),
});

const { error } = await new Sinkove({ apiKey: old.secret }).me().safe();
console.log(error?.code);
