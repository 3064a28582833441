import { expect, test } from "vitest";
import { createFolder, start } from "./server-process.ts";

const ORIGIN = "https://app.example.com";
const preflight = (origin: string): RequestInit => ({
  method: "OPTIONS",
  headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
});

test("lets the pages of listed origins use the API, and read its headers", async () => {
  const server = await start(createFolder(), { SINKOVE_CORS_ORIGINS: ORIGIN });
  const before = await server.get("/v1/datasets", preflight(ORIGIN));
  expect(before.status).toBe(204);
  expect(before.headers.get("access-control-allow-origin")).toBe(ORIGIN);
  expect(before.headers.get("access-control-allow-headers")).toContain("Authorization");
  expect(before.headers.get("access-control-allow-methods")).toContain("PATCH");
  const headers = { Authorization: `Bearer ${server.key}`, Origin: ORIGIN };
  const response = await server.get("/v1/datasets", { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get("access-control-allow-origin")).toBe(ORIGIN);
  expect(response.headers.get("vary")).toContain("Origin");
  const exposed = response.headers.get("access-control-expose-headers")?.split(",");
  const needed = ["X-RateLimit-Remaining", "X-Request-ID", "Link", "Retry-After"];
  expect(exposed).toEqual(expect.arrayContaining([...needed, "Idempotent-Replayed"]));
});

test("lets a refused request be read, too", async () => {
  const server = await start(createFolder(), { SINKOVE_CORS_ORIGINS: ORIGIN });
  const response = await server.get("/v1/datasets", { headers: { Origin: ORIGIN } });
  expect(response.status).toBe(401);
  expect(response.headers.get("access-control-allow-origin")).toBe(ORIGIN);
});

test.each([
  ["another origin", { SINKOVE_CORS_ORIGINS: ORIGIN }],
  ["every origin, where none is listed", {}],
])("allows nothing to %s", async (_, variables: Record<string, string>) => {
  const server = await start(createFolder(), variables);
  const other = "https://app.example.com.evil.example";
  for (const init of [preflight(other), { headers: { Origin: other } }]) {
    const response = await server.get("/v1/datasets", init);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  }
});
