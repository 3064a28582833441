import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const rateLimit = { limit: 20, windowSeconds: 60 };
const { secret } = await sinkove.apiKeys.create({ name: "Nightly export", rateLimit });

const limited = new Sinkove({ apiKey: secret });
const { response } = await limited.me().withResponse();
for (const name of ["x-ratelimit-limit", "x-ratelimit-remaining", "ratelimit-policy"]) {
  console.log(name, response.headers.get(name));
}
console.log(limited.rateLimit?.remaining, "left");
