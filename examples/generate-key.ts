import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({
  name: "Training pipeline",
  scopes: ["models:read", "datasets:read", "datasets:write"],
});
// key.secret is shown here and never again: put it where your program's secrets are.
console.log(key.name, key.status, key.scopes.join(" "));
