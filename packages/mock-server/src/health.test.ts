import { expect, test } from "vitest";
import { createHealth } from "./health.ts";
import { createSandbox } from "./index.ts";

test("/healthz needs no key, has no rate limit, and is not in the journal", async () => {
  await using sandbox = await createSandbox({ rateLimit: { limit: 1, windowSeconds: 60 } });
  for (const method of ["GET", "HEAD", "GET"]) {
    expect((await sandbox.fetch("/healthz", { method })).status).toBe(200);
  }
  expect(sandbox.journal.list()).toEqual([]);
  expect((await sandbox.fetch("/healthz", { method: "POST" })).status).toBe(404);
});

test("/healthz is an operation if the contract has this path", () => {
  expect(createHealth({ paths: { "/me": {} } })("GET", "/healthz")).toMatchObject({ status: 200 });
  expect(createHealth({ paths: { "/healthz": {} } })("GET", "/healthz")).toBeUndefined();
});
