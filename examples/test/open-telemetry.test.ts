import { execFile } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const run = promisify(execFile);

test("open-telemetry.ts propagates the trace, and adds each attempt to the span", async () => {
  const seen: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.setHeader("x-request-id", `request-${seen.length}`);
    if (seen.length === 1) response.writeHead(503, { "retry-after": "0" }).end();
    else response.writeHead(200, { "content-type": "application/json" }).end('[{"id":"a"}]');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo; // safe cast: it listens on a port
  const { stdout } = await run(process.execPath, ["open-telemetry.ts"], {
    cwd: new URL("..", import.meta.url),
    env: {
      ...process.env,
      SINKOVE_API_URL: `http://127.0.0.1:${port}`,
      SINKOVE_API_KEY: "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J",
    },
  });
  const traceId = /traceId: '(\w{32})'/.exec(stdout)?.[1];
  expect(seen.map(({ traceparent }) => String(traceparent).split("-")[1])).toEqual([
    traceId,
    traceId,
  ]);
  expect(stdout).toContain("'datasets.count': 1");
  const events = [...stdout.matchAll(/name: '(response|retry)'/g)].map(([, name]) => name);
  expect(events).toEqual(["response", "retry", "response"]);
  expect(stdout).toContain("requestId: 'request-2'");
  expect(stdout).not.toContain("ExampleKey");
});
