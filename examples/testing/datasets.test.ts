import { createSandbox } from "@sinkove/mock-server";
import { Sinkove } from "@sinkove/sdk";
import { expect, test } from "vitest";

const order = {
  modelId: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", // Chest X-ray v2
  numSamples: 50,
  args: { prompt: "cardiomegaly" },
};

test("a dataset is ready after an hour", async () => {
  await using sandbox = await createSandbox(); // a separate sandbox in memory
  const sinkove = new Sinkove({ ...sandbox }); // its apiKey, baseUrl and fetch

  const { id } = await sinkove.datasets.create(order);
  sandbox.clock.advance("PT1H"); // instead of waiting

  expect((await sinkove.datasets.get(id)).metadata?.state).toBe("READY");
});

test("the client retries after a 429", async () => {
  await using sandbox = await createSandbox();
  sandbox.faults.add({ nth: 1, action: "status", status: 429, retryAfterSeconds: 0 });

  const sinkove = new Sinkove({ ...sandbox });
  expect((await sinkove.me()).apiKey?.status).toBe("active");

  const statuses = sandbox.journal.list().map(({ response }) => response?.status);
  expect(statuses).toEqual([429, 200]);
});

test("a key does not outlive its expiry", async () => {
  await using sandbox = await createSandbox();
  const sinkove = new Sinkove({ ...sandbox });
  const expiresAt = new Date(sandbox.clock.now() + 90 * 24 * 3600 * 1000).toISOString();
  const { secret } = await sinkove.apiKeys.create({ name: "Summer project", expiresAt });

  sandbox.clock.advance("P91D");

  const { error } = await new Sinkove({ ...sandbox, apiKey: secret }).me().safe();
  expect(error?.code).toBe("API_KEY_EXPIRED");
});
