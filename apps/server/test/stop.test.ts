import { expect, test } from "vitest";
import { openConnection } from "./raw-connection.ts";
import { createFolder, type RunningServer, start } from "./server-process.ts";

function postOf({ key }: RunningServer, body: string): { head: string; body: string } {
  const lines = [
    "POST /v1/api-keys HTTP/1.1",
    "Host: localhost",
    `Authorization: Bearer ${key}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
  ];
  return { head: `${lines.join("\r\n")}\r\n\r\n`, body };
}

async function refusesConnections(server: RunningServer): Promise<void> {
  for (;;) {
    const isOpen = await fetch(`${server.url}/healthz`).then(
      () => true,
      () => false,
    );
    if (!isOpen) return;
  }
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "answers what is under way at %s, takes no more, and ends with 0",
  async (signal) => {
    const folder = createFolder();
    const server = await start(folder);
    const { head, body } = postOf(server, JSON.stringify({ name: "slow" }));
    const connection = await openConnection(server.port);
    connection.write(head + body.slice(0, 4));
    await server.get("/healthz");
    const ended = server.kill(signal);
    await refusesConnections(server);
    connection.write(body.slice(4));
    const response = await connection.end();
    expect(response).toMatch(/^HTTP\/1\.1 201 /);
    expect(response).toMatch(/connection: close/i);
    expect(await ended).toMatchObject({ code: 0 });
  },
);

test("writes the counters before it ends", async () => {
  const folder = createFolder();
  const server = await start(folder);
  const headers = { Authorization: `Bearer ${server.key}` };
  for (let round = 0; round < 5; round++) await server.get("/v1/models");
  await server.kill("SIGTERM");
  const again = await start(folder);
  const usage = await (await again.get("/v1/usage", { headers })).json();
  expect(JSON.stringify(usage)).toContain('"listModels":5');
});

test("cuts off a request that outlasts the time-out, and says so", async () => {
  const server = await start(createFolder(), { SINKOVE_SHUTDOWN_TIMEOUT: "0.2" });
  const { head } = postOf(server, "0123456789");
  const connection = await openConnection(server.port);
  connection.write(head);
  await server.get("/healthz");
  const { code, stdout } = await server.kill("SIGTERM");
  expect(await connection.end()).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain("cut off");
});

test("does not wait for a connection that sends nothing", async () => {
  const server = await start(createFolder(), { SINKOVE_SHUTDOWN_TIMEOUT: "3600" });
  await openConnection(server.port);
  await server.get("/healthz");
  expect(await server.kill("SIGTERM")).toMatchObject({ code: 0 });
});
