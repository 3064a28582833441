import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const rateLimit = { limit: 5, windowSeconds: 60 };
const { secret } = await sinkove.apiKeys.create({ name: "Hasty loop", rateLimit });

// Turn off retries to see the error. By default, the client waits and retries.
const hasty = new Sinkove({ apiKey: secret, maxRetries: 0 });
const results = await Promise.all(Array.from({ length: 10 }, () => hasty.me().safe()));
const errors = results.flatMap(({ error }) => error ?? []);
console.log(new Set(errors.map(({ code }) => code)));
