import { expect, test } from "vitest";
import { createHealth } from "./health.ts";
import { createSandbox } from "./index.ts";

test("/healthz needs no key, has no limit, and is in no journal", async () => {
  await using sandbox = await createSandbox({ rateLimit: { limit: 1, windowSeconds: 60 } });
  for (const method of ["GET", "HEAD", "GET"]) {
    expect((await sandbox.fetch("/healthz", { method })).status).toBe(200);
  }
  expect(sandbox.journal.list()).toEqual([]);
  expect((await sandbox.fetch("/healthz", { method: "POST" })).status).toBe(404);
});

test("/healthz of a contract is an operation of that contract", () => {
  expect(createHealth({ paths: { "/me": {} } })("GET", "/healthz")).toMatchObject({ status: 200 });
  expect(createHealth({ paths: { "/healthz": {} } })("GET", "/healthz")).toBeUndefined();
});
