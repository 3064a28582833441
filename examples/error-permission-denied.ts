import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({ name: "Viewer", scopes: ["datasets:read"] });

const viewer = new Sinkove({ apiKey: key.secret });
const { error } = await viewer.usage().safe();
console.log(error?.message);
