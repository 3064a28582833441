import { expect, test } from "vitest";
import { openConnection } from "./raw-connection.ts";
import { createFolder, start } from "./server-process.ts";

const GET = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n";

test.each([
  ["a malformed request line", "NONSENSE\r\n\r\n", 400],
  ["a header without a name", `${GET}: x\r\n\r\n`, 400],
  ["two content lengths", `${GET}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
  ["both framings", `${GET}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`, 400],
  ["no Host", "GET /v1/me HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
  ["a foreign Host", "GET /v1/me HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400],
  ["headers of more than 16 KiB", `${GET}X: ${"x".repeat(17_000)}\r\n\r\n`, 431],
  ["headers that do not end", GET, 408],
  ["a body that does not end", `${GET.replace("GET", "POST")}Content-Length: 9\r\n\r\n`, 404],
])("answers %s with a problem", async (_, text, status) => {
  const server = await start(createFolder(), {
    SINKOVE_HEADERS_TIMEOUT: "0.2",
    SINKOVE_REQUEST_TIMEOUT: "0.4",
  });
  const connection = await openConnection(server.port);
  connection.write(text);
  const response = await connection.end();
  expect(response).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  const [head = "", body = ""] = response.split("\r\n\r\n");
  expect(head.toLowerCase()).toContain("content-type: application/problem+json");
  expect(head.toLowerCase()).toContain("x-request-id: ");
  expect(JSON.parse(body)).toMatchObject({ status });
  expect((await server.get("/healthz")).status).toBe(200);
});

test("says that a target that is too long counts with the headers", async () => {
  const connection = await openConnection((await start(createFolder())).port);
  connection.write(`${GET.replace("/healthz", `/${"x".repeat(17_000)}`)}\r\n`);
  const response = await connection.end();
  expect(response).toMatch(/^HTTP\/1\.1 431 /);
  expect(response).toContain("The target and the headers are larger than 16 KiB together.");
});

test("answers HTTP/1.0 without a Host, as health checks send it", async () => {
  const { port } = await start(createFolder());
  const connection = await openConnection(port);
  connection.write("GET /healthz HTTP/1.0\r\n\r\n");
  expect(await connection.end()).toMatch(/^HTTP\/1\.1 200 /);
});

test("reads a POST without body headers as one without a body, and the request after it", async () => {
  const { port, key } = await start(createFolder());
  const connection = await openConnection(port);
  const head = `Host: localhost\r\nAuthorization: Bearer ${key}\r\n`;
  connection.write(`POST /v1/api-keys HTTP/1.1\r\n${head}\r\n`);
  connection.write(`GET /v1/me HTTP/1.1\r\n${head}Connection: close\r\n\r\n`);
  const response = await connection.end();
  expect(response.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 422", "HTTP/1.1 200"]);
  expect(response).toContain("VALIDATION_ERROR");
});

test("closes on a body that comes too slowly", async () => {
  const server = await start(createFolder(), { SINKOVE_REQUEST_TIMEOUT: "0.4" });
  const connection = await openConnection(server.port);
  const head = `POST /v1/api-keys HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${server.key}\r\n`;
  connection.write(`${head}Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{`);
  expect(await connection.end()).toMatch(/^HTTP\/1\.1 408 /);
  expect((await server.get("/healthz")).status).toBe(200);
});

test("refuses a body of more than 1 MiB", async () => {
  const server = await start(createFolder());
  const headers = { Authorization: `Bearer ${server.key}`, "Content-Type": "application/json" };
  const body = JSON.stringify({ name: "x".repeat(1024 * 1024) });
  expect((await server.get("/v1/api-keys", { method: "POST", headers, body })).status).toBe(413);
});

test("handles the request after a chunked body of more than 1 MiB", async () => {
  const server = await start(createFolder());
  const connection = await openConnection(server.port);
  const head = `Host: localhost\r\nAuthorization: Bearer ${server.key}\r\n`;
  const type = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
  const body = `200000\r\n${"x".repeat(0x200000)}\r\n0\r\n\r\n`;
  connection.write(`POST /v1/api-keys HTTP/1.1\r\n${head}${type}${body}`);
  connection.write(`GET /v1/me HTTP/1.1\r\n${head}Connection: close\r\n\r\n`);
  expect((await connection.end()).match(/HTTP\/1\.1 \d+/g)).toEqual([
    "HTTP/1.1 413",
    "HTTP/1.1 200",
  ]);
});

test("ignores the body of a GET, which the official Python client sends", async () => {
  const server = await start(createFolder());
  const connection = await openConnection(server.port);
  const lines = ["GET /v1/organizations HTTP/1.1", "Host: localhost", "Connection: close"];
  lines.push(`Authorization: Bearer ${server.key}`, "Content-Type: application/json");
  connection.write(`${lines.join("\r\n")}\r\nContent-Length: 2\r\n\r\n{}`);
  expect(await connection.end()).toMatch(/^HTTP\/1\.1 200 /);
});
