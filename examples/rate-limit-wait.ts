import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const rateLimit = { limit: 5, windowSeconds: 4 };
const { secret } = await sinkove.apiKeys.create({ name: "Hasty loop", rateLimit });

// More requests than the limit allows. The client waits as long as the API says and retries.
const hasty = new Sinkove({ apiKey: secret });
const answers = await Promise.all(Array.from({ length: 7 }, () => hasty.me()));
console.log(answers.length, "answers");
