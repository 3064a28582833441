import { generateApiKey } from "@sinkove/api-key";
import { expect, test } from "vitest";
import { openConnection } from "./raw-connection.ts";
import { createFolder, type RunningServer, start } from "./server-process.ts";

/** Sends a GET for the first of two pages, with these header lines, and returns the response. */
async function getPage(
  server: RunningServer,
  lines: readonly string[],
  target = "/v1/models?limit=1",
) {
  const connection = await openConnection(server.port);
  const all = [`GET ${target} HTTP/1.1`, ...lines, `Authorization: Bearer ${server.key}`];
  connection.write(`${[...all, "Connection: close"].join("\r\n")}\r\n\r\n`);
  const text = await connection.end();
  const link = /^link: <([^>]*)>/im.exec(text)?.[1];
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]),
    origin: link === undefined ? undefined : new URL(link).origin,
  };
}

test("makes links from its own address, whatever Host is sent", async () => {
  const server = await start(createFolder(), { SINKOVE_ALLOWED_HOSTS: "api.internal" });
  const own = `http://127.0.0.1:${server.port}`;
  const originFor = async (host: string) => (await getPage(server, [`Host: ${host}`])).origin;
  expect(await originFor("evil.example")).toBe(own);
  expect(await originFor("192.0.2.7")).toBe(own);
  expect(await originFor("127.0.0.1.evil.example")).toBe(own);
  for (const host of [`127.0.0.1:${server.port}`, "localhost:9000", "[::1]:80", "api.internal:1"])
    expect(await originFor(host)).toBe(new URL(`http://${host}`).origin);
});

test.each([
  ["two Host headers", ["Host: localhost", "host: evil.example"], undefined],
  ["the same Host twice", ["Host: localhost", "Host: localhost"], undefined],
  ["an empty Host", ["Host:"], undefined],
  ["a Host with a path", ["Host: localhost/evil"], undefined],
  ["a target of another host", ["Host: localhost"], "http://evil.example/v1/models?limit=1"],
])("refuses %s", async (_, lines, target) => {
  const server = await start(createFolder());
  expect(await getPage(server, lines, target)).toEqual({ status: 400, origin: undefined });
});

const FORWARDED = [
  "Host: 127.0.0.1",
  "X-Forwarded-For: 198.51.100.9, 203.0.113.5",
  "X-Forwarded-Proto: https",
  "X-Forwarded-Host: api.example.com",
];

test("believes X-Forwarded-* of a trusted proxy only", async () => {
  const trusting = await start(createFolder(), { SINKOVE_TRUSTED_PROXIES: "loopback" });
  expect((await getPage(trusting, FORWARDED)).origin).toBe("https://api.example.com");
  const distrusting = await start(createFolder(), { SINKOVE_TRUSTED_PROXIES: "10.0.0.0/8" });
  expect((await getPage(distrusting, FORWARDED)).origin).toBe("http://127.0.0.1");
  const lines = async (server: RunningServer) => (await server.kill("SIGTERM")).stdout;
  expect(await lines(trusting)).toContain('"address":"203.0.113.5"');
  expect(await lines(distrusting)).toContain('"address":"127.0.0.1"');
});

test("limits failed authentications by address, serves known keys, and logs what is refused", async () => {
  const server = await start(createFolder(), { SINKOVE_FAILED_AUTHENTICATIONS: "3" });
  const ask = async (key: string | undefined) =>
    (await server.get("/v1/me", { headers: { Authorization: `Bearer ${key}` } })).status;
  expect(await ask(server.key)).toBe(200);
  const unknown = generateApiKey("live");
  const statuses: number[] = [];
  for (let count = 0; count < 5; count++) statuses.push(await ask(unknown));
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
  expect(await ask(server.key)).toBe(200);
  const { stdout } = await server.kill("SIGTERM");
  const refused = stdout.split("\n").filter((line) => line.includes('"status":4'));
  expect(refused).toHaveLength(5);
  const keyPrefix = unknown.slice(0, "sinkove_live_abcd".length);
  for (const line of refused) expect(line).toContain(`"keyPrefix":"${keyPrefix}"`);
  expect(refused[0]).toContain('"code":"INVALID_API_KEY","reason":"unknown"');
  expect(refused[4]).toContain('"code":"RATE_LIMIT_EXCEEDED","reason":"address_limit"');
  expect(stdout).not.toContain(unknown.slice(17));
});
