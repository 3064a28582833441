import { connect } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.ts";
import { createRandomSource } from "../src/random-source.ts";

const REQUESTS = 5000;
const AT_ONCE = 50;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const random = createRandomSource(5);
const pick = <T>(items: readonly T[]): T => {
  // The cast is safe: the lists are not empty, so the index is in range.
  return items[Math.floor(random() * items.length)] as T;
};

const METHODS = [
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "QUERY",
  "get",
  "G T",
  "",
  "CONNECT",
  "\u0000",
];
const TARGETS = [
  ...[
    "/v1/me",
    "/v1/datasets",
    "/v1/api-keys",
    "/_sandbox/clock",
    "/_sandbox/worlds",
    "/_sandbox/nothing",
    "/v1/me/",
    "/v1//me",
    "//",
    "/",
    "*",
  ],
  ...[
    "/v1/datasets/%zz",
    "/v1/datasets/%ff",
    "/v1/datasets?limit=%",
    "/v1/me?a=%E0%A4%A",
    "/../../etc/passwd",
    "/v1/downloads/v1.x.y.z",
  ],
  ...[
    "http://",
    "http://[",
    "https://a b/",
    "example.com:80",
    "",
    "/\u0001",
    "/é",
    `/${"a".repeat(20_000)}`,
    `/v1/me?${"a=1&".repeat(3000)}`,
  ],
];
const VERSIONS = ["HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9", "http/1.1", ""];
const HEADERS = [
  `Authorization: Bearer sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J`,
  ...[
    "Authorization: Bearer",
    "authorization: bearer   x",
    "Authorization: Basic \u0007",
    "Content-Type: application/json",
    "Content-Type: text/plain",
  ],
  ...[
    "Content-Type: ;",
    "Content-Length: 5",
    "Content-Length: -1",
    "Content-Length: 99999999999999999999",
    "Content-Length: 2000000",
    "Transfer-Encoding: chunked",
  ],
  ...[
    "Transfer-Encoding: gzip",
    "Expect: 100-continue",
    "Upgrade: websocket\r\nConnection: Upgrade",
    "Accept: ,,;q=",
    "Range: bytes=9-1",
    "Prefer: return=minimal",
  ],
  ...[
    "Idempotency-Key: \u00e9",
    "X-A: a\rb",
    "X-A: a\nb",
    "X-A: a\u0000b",
    ": no name",
    "No colon",
    " folded: line",
    "Cookie: a=b",
    "Origin: null",
    "Origin: http://evil.example",
  ],
  `X-Long: ${"x".repeat(20_000)}`,
];
const HOSTS = [
  "Host: 127.0.0.1",
  "Host: 127.0.0.1",
  "Host: localhost:1",
  "Host: evil.example",
  "Host: a b",
  "Host:",
  "Host: [",
  "",
];
const BODIES = [
  ...[
    "",
    "",
    "{}",
    "{bad",
    '{"name":"x"}',
    "[".repeat(5000),
    '"\\ud800"',
    "\u0000\u0001\u0002",
    "5\r\nhello\r\n0\r\n\r\n",
    "zz\r\n",
    "5\r\nhel",
    "null",
    "1e999",
  ],
  '{"advance":"PT1S"}',
  `{"name":"${"x".repeat(100_000)}"}`,
];

/** Generates a request that is invalid or almost valid. */
function rawRequest(): Buffer {
  const headers = Array.from({ length: Math.floor(random() * 4) }, () => pick(HEADERS));
  const line = `${pick(METHODS)} ${pick(TARGETS)} ${pick(VERSIONS)}`;
  const body = pick(BODIES);
  const length = random() < 0.5 ? [`Content-Length: ${Buffer.byteLength(body)}`] : [];
  const text = [line, pick(HOSTS), ...headers, ...length, "", body].join(
    random() < 0.95 ? "\r\n" : "\n",
  );
  const bytes = Buffer.from(text);
  const cut = random() < 0.2 ? Math.floor(random() * bytes.length) : bytes.length;
  const noise =
    random() < 0.1 ? Buffer.from([Math.floor(random() * 256), 0xff, 0x0d]) : Buffer.alloc(0);
  return Buffer.concat([bytes.subarray(0, cut), noise]);
}

/** Sends a request. Resolves to everything received until the server closes the connection. */
async function exchange(request: Buffer): Promise<{ answer: string; ms: number }> {
  const { port } = new URL(sandbox.baseUrl);
  const socket = connect({ port: Number(port), host: "127.0.0.1", allowHalfOpen: true });
  const parts: Buffer[] = [];
  socket.on("data", (part) => parts.push(part));
  // A reset also closes the connection.
  socket.on("error", () => {});
  const startedAt = performance.now();
  socket.end(request);
  await new Promise((resolve) => socket.once("close", resolve));
  return { answer: Buffer.concat(parts).toString("latin1"), ms: performance.now() - startedAt };
}

function requireProblem(answer: string, request: Buffer): void {
  const told = JSON.stringify([request.toString("latin1").slice(0, 300), answer.slice(0, 500)]);
  expect(answer, told).toMatch(/^HTTP\/1\.1 [1-5]\d\d /);
  const [, status = ""] =
    /^HTTP\/1\.1 (\d{3})/.exec(answer.replace(/^(HTTP\/1\.1 100 .*\r\n\r\n)+/, "")) ?? [];
  if (Number(status) < 400) return;
  expect(answer.toLowerCase(), told).toContain("content-type: application/problem+json");
}

async function fuzz(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let sent = 0; sent < count; sent += AT_ONCE) {
    const requests = Array.from({ length: AT_ONCE }, rawRequest);
    const answers = await Promise.all(requests.map(exchange));
    for (const [index, { answer, ms }] of answers.entries()) {
      times.push(ms);
      if (answer !== "") requireProblem(answer, requests[index] ?? Buffer.alloc(0));
    }
  }
  return times;
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** The heap size after garbage collection, in megabytes. */
function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

test("any input gets a response or a close, errors are problem+json, and the next request works", {
  timeout: 300_000,
}, async () => {
  // Fills the journal to its limit and warms up the code.
  await fuzz(REQUESTS / 5);
  const before = heapUsed();
  const times = await fuzz(REQUESTS);
  const after = heapUsed();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(0);
  console.log(
    `${times.length} requests: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms; heap ${before.toFixed(0)} → ${after.toFixed(0)} MB`,
  );
  // The limit is generous because fifty requests run at once and the machine may be busy.
  expect(Number(at(0.99))).toBeLessThan(5000);
  expect(after - before).toBeLessThan(15);
  const headers = { authorization: `Bearer ${sandbox.apiKey}` };
  expect((await fetch(`${sandbox.baseUrl}/v1/models`, { headers })).status).toBeLessThan(500);
});

test("a connection that sends half a request and waits does not stop others", async () => {
  const { port } = new URL(sandbox.baseUrl);
  const halves = Array.from({ length: 20 }, () => {
    const socket = connect({ port: Number(port), host: "127.0.0.1" });
    socket.on("error", () => {});
    socket.write("POST /v1/api-keys HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{");
    return socket;
  });
  const world = await sandbox.newWorld();
  const headers = { authorization: `Bearer ${world.apiKey}` };
  expect((await fetch(`${sandbox.baseUrl}/v1/me`, { headers })).status).toBe(200);
  for (const half of halves) half.destroy();
});
