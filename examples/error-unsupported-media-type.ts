import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { error } = await sinkove.apiKeys
  .create({ name: "Notebook" }, { headers: { "content-type": "text/plain" } })
  .safe();
console.log(error?.message);
