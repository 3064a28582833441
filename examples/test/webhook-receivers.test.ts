// Runs the receivers of the guide as separate programs that get deliveries from the mock server.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox, type Sandbox } from "@sinkove/mock-server";
import { pythonWith } from "@sinkove/python";
import { Sinkove } from "@sinkove/sdk";
import { expect, onTestFinished, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const recipes = join(root, "examples/recipes");

/** Returns a free port. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("There is no port.");
  return address.port;
}

/** Registers a receiver and starts it with the endpoint's secret. */
async function start(sandbox: Sandbox, command: string, file: string) {
  const sinkove = new Sinkove({ ...sandbox });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const { organizationId } = sandbox;
  const { id, secret } = await sinkove.webhookEndpoints.create(organizationId, { url });
  const child: ChildProcess = spawn(command, [join(recipes, file)], {
    env: {
      ...process.env,
      PORT: `${port}`,
      WEBHOOK_SECRET: secret,
      PYTHONPATH: join(root, "packages/sdk-python/src"),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  const isUp = () =>
    fetch(url, { method: "POST", body: "" }).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(isUp, { timeout: 30_000, interval: 100 }).toBe(400);
  return { sinkove, id, port, url, lines: () => output.trim().split("\n") };
}

const RECEIVERS: [string, string, () => Promise<string>][] = [
  ["TypeScript", "webhook-receiver.ts", async () => process.execPath],
  ["Python", "webhook_receiver.py", () => pythonWith("sdk")],
];

test.each(RECEIVERS)(
  "the receiver in %s handles each event once, and rejects unsigned requests",
  { timeout: 240_000 },
  async (_, file, commandOf) => {
    const command = await commandOf();
    await using sandbox = await createSandbox({ port: 0 });
    const { sinkove, id, lines } = await start(sandbox, command, file);
    const { organizationId } = sandbox;
    const refused = "refused: WEBHOOK_HEADERS_MISSING";
    await expect.poll(lines).toEqual([refused]);
    const delivery = await sinkove.webhookEndpoints.test(organizationId, id);
    await expect.poll(lines).toEqual([refused, "webhook.test"]);
    const attempts = async () => {
      const [first] = await sinkove.webhookEndpoints.deliveries(organizationId, id).all();
      return first?.attempts.map(({ status }) => status);
    };
    // A replay during an attempt has no effect.
    await expect.poll(attempts).toEqual([204]);
    await sinkove.webhookEndpoints.replay(organizationId, id, delivery.id);
    await expect.poll(attempts).toEqual([204, 204]);
    const [model] = await sinkove.models.list().all();
    const order = { numSamples: 1, args: { prompt: "cardiomegaly" } };
    const dataset = await sinkove.datasets.create({ modelId: model?.id ?? "", ...order });
    sandbox.clock.advance("PT1H");
    const told = [refused, "webhook.test", `ready: ${dataset.id}`];
    await expect.poll(lines).toEqual(told);
  },
);

test.each(RECEIVERS)(
  "the receiver in %s keeps running after requests that stall, abort or are too large",
  { timeout: 240_000 },
  async (_, file, commandOf) => {
    const command = await commandOf();
    await using sandbox = await createSandbox({ port: 0 });
    const { port, url } = await start(sandbox, command, file);
    const open = (text: string) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(text));
      onTestFinished(() => void socket.destroy());
      return socket.on("error", () => {});
    };
    open("");
    const begin = "POST / HTTP/1.1\r\nHost: localhost\r\n";
    open(`${begin}Content-Length: 100\r\n\r\nabc`);
    const cut = open(`${begin}Content-Length: 100\r\n\r\nabc`);
    await once(cut, "connect");
    cut.resetAndDestroy();
    open(`${begin}Content-Length: -1\r\n\r\n`);
    const large = await fetch(url, { method: "POST", body: "a".repeat(1e6) }).then(
      ({ status }) => status,
      () => "the connection was closed",
    );
    expect([413, "the connection was closed"]).toContain(large);
    expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(400);
  },
);
