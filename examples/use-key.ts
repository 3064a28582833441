import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove({ apiKey: process.env.SINKOVE_API_KEY });
const { apiKey } = await sinkove.me();
console.log(apiKey?.environment, apiKey?.status);
