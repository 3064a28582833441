import { Sinkove } from "@sinkove/sdk";

const sinkove = new Sinkove();
const key = await sinkove.apiKeys.create({
  name: "Summer project",
  expiresAt: "2099-09-01T00:00:00Z",
});

// An expiry in the past stops the key at once.
const stopped = await sinkove.apiKeys.update(key.id, { expiresAt: "2026-01-01T00:00:00Z" });
console.log(stopped.status);
