import { describe, expect, test } from "vitest";
import { workerPolicy } from "../sandbox/worker-policy.ts";
import { createTargetFetch, isWithin } from "./target-fetch.ts";

describe("a target", () => {
  test.each([
    ["https://a.example/sandbox", true],
    ["https://a.example/sandbox/v1/me?x=1", true],
    ["https://a.example/sandboxes", false],
    ["https://a.example/sandbox/../other", false],
    ["https://a.example/", false],
    ["http://a.example/sandbox/me", false],
    ["https://a.example:8443/sandbox/me", false],
    ["https://a.example.evil.example/sandbox/me", false],
    ["https://a.example@evil.example/sandbox/me", false],
  ])("has %s in it: %s", (url, isInside) => {
    expect(isWithin(new URL(url), "https://a.example/sandbox")).toBe(isInside);
  });

  test("is the only reachable URL, and each request is reported with its status", async () => {
    const sent: string[] = [];
    const notes: unknown[] = [];
    const fetch = createTargetFetch({
      target: "https://a.example",
      now: () => 0,
      onRequest: (note) => notes.push(note),
      fetch: async (input) => {
        sent.push(new Request(input).url);
        return new Response(null, { status: 204 });
      },
    });
    await fetch("https://a.example/v1/me?x=1", { method: "DELETE" });
    await expect(fetch("https://b.example/")).rejects.toThrow(
      "can only send requests to https://a.example.",
    );
    expect(sent).toEqual(["https://a.example/v1/me?x=1"]);
    const path = "/v1/me?x=1";
    expect(notes).toEqual([{ method: "DELETE", path, status: 204, milliseconds: 0 }]);
  });
});

test.each([
  "*",
  "'unsafe-inline'",
  "https:",
  "https://a.example/path",
  "https://a.example; script-src *",
])("a policy takes an origin, and nothing that only looks like one: %s", (target) => {
  expect(workerPolicy(target)).toMatch(/connect-src 'self'$/);
  expect(workerPolicy("https://a.example")).toMatch(/connect-src 'self' https:\/\/a\.example$/);
});
