import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const rateLimit = { limit: 5, windowSeconds: 4 };
const { secret } = await sinkove.apiKeys.create({ name: "Hasty loop", rateLimit });

// More than the limit allows at once: the client waits as long as the API says, and goes on.
const hasty = new Sinkove({ apiKey: secret });
const answers = await Promise.all(Array.from({ length: 7 }, () => hasty.me()));
console.log(answers.length, "answers");
