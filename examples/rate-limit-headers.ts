import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { secret } = await sinkove.apiKeys.create({ name: "Fresh key" });

const fresh = new Sinkove({ apiKey: secret });
const { response } = await fresh.me().withResponse();
for (const name of ["x-ratelimit-limit", "x-ratelimit-remaining", "ratelimit-policy"]) {
  console.log(name, response.headers.get(name));
}
console.log(fresh.rateLimit?.remaining, "left");
