import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const { error } = await sinkove.apiKeys.create({ name: "x".repeat(2 ** 20) }).safe();
console.log(error?.message);
