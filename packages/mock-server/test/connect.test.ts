import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { connectSandbox, createSandbox, MockError } from "../src/index.ts";

afterEach(() => vi.unstubAllEnvs());

/** Starts a server that is not a mock server. Resolves to its origin. */
async function otherServer(status: number, body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  [200, "{}"],
  [200, "null"],
  [200, "<html>"],
  [204, ""],
  [404, '{"error":"not found"}'],
  [404, "null"],
  [500, "<html>"],
])("another server that responds with %i and %s is not a mock server", async (status, body) => {
  const baseUrl = await otherServer(status, body);
  const refused = await connectSandbox({ baseUrl }).catch((error) => error);
  expect(refused).toBeInstanceOf(MockError);
  expect(refused.message).toContain(`The server at ${baseUrl} is not a mock server.`);
});

test.each(["", "localhost:4010", "ftp://127.0.0.1"])("%j is not a base URL", async (baseUrl) => {
  const refused = connectSandbox({ baseUrl });
  await expect(refused).rejects.toThrow(`${JSON.stringify(baseUrl)} is not a base URL.`);
});

test("an empty environment variable is not set", async () => {
  const fetch = vi.fn(async () => Response.json({ url: "http://127.0.0.1:4010" }));
  vi.stubEnv("SINKOVE_API_URL", "");
  vi.stubEnv("SINKOVE_API_KEY", "");
  vi.stubEnv("SINKOVE_MOCK_CONTROL_TOKEN", "");
  await connectSandbox({ fetch });
  const sent = expect.objectContaining({ headers: {} });
  expect(fetch).toHaveBeenCalledWith("http://127.0.0.1:4010/_sandbox/worlds", sent);
});

test("a journal has the same filters here and there", async () => {
  await using sandbox = await createSandbox({ port: 0 });
  const { baseUrl, apiKey } = sandbox;
  const remote = await connectSandbox({ baseUrl, apiKey });
  sandbox.faults.add({ action: "status", status: 503, times: 1 });
  for (const _ of [1, 2]) {
    await sandbox.fetch("/v1/me", { headers: { authorization: `Bearer ${apiKey}` } });
  }
  for (const filter of [
    { faults: true },
    { faults: false },
    { faults: undefined },
    { status: 503 },
    { status: "2xx" },
    { violations: "any" },
    { after: 0 },
    { after: 1 },
  ] as const) {
    expect(await remote.journal.list(filter)).toEqual(
      JSON.parse(JSON.stringify(sandbox.journal.list(filter))),
    );
  }
  const misspelt = { operationId: "createDatasets" };
  expect(() => sandbox.journal.list(misspelt)).toThrow('"createDatasets" is not an operationId');
  await expect(remote.journal.list(misspelt)).rejects.toThrow('"createDatasets" is not an');
});
