import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({
  name: "Training pipeline",
  scopes: ["models:read", "datasets:read", "datasets:write"],
});
// key.secret is only available now. Store it with the secrets of your program.
console.log(key.name, key.status, key.scopes.join(" "));
