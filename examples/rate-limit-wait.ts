import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { secret } = await sinkove.apiKeys.create({ name: "Hasty loop" });

// More than the limit allows at once: the client waits as long as the API says, and goes on.
const hasty = new Sinkove({ apiKey: secret });
const answers = await Promise.all(Array.from({ length: 102 }, () => hasty.me()));
console.log(answers.length, "answers");
