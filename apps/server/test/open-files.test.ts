import { connect, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createFolder, start } from "./server-process.ts";

/** Opens connections that send nothing, whether the server accepts them or not. */
function openMany(port: number, count: number): Socket[] {
  const sockets = Array.from({ length: count }, () =>
    connect(port, "127.0.0.1").on("error", () => {}),
  );
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return sockets;
}

test.skipIf(process.platform === "win32")(
  "says that connections are refused for want of files, still reads its database, and is well again",
  async () => {
    const server = await start(createFolder(), { SINKOVE_WORKERS: "0" }, { mostFiles: 400 });
    expect((await server.get("/v1/models")).status).toBe(200);
    const sockets = openMany(server.port, 600);
    while (!server.output().stdout.includes("connections are refused")) await setImmediate();
    const [line = ""] = server
      .output()
      .stdout.split("\n")
      .filter((text) => text.includes("connections are refused"));
    expect(JSON.parse(line)).toMatchObject({ level: "error", limit: 400, connections: 300 });
    for (const socket of sockets) socket.destroy();
    for (;;) {
      const answer = await server.get("/v1/models").catch(() => undefined);
      if (answer?.status === 200) break;
    }
    expect((await server.kill("SIGTERM")).code).toBe(0);
  },
  30_000,
);
