import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { expect, onTestFinished, test } from "vitest";
import { createSandbox, type SandboxWorld } from "../src/index.ts";
import { createDataset, read, send } from "./calls.ts";

interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A receiver on this machine that answers with the statuses in turn, and with the last of them from then on. */
async function openReceiver(...statuses: number[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers as Record<string, string>, body });
    const status = statuses.length > 1 ? statuses.shift() : statuses[0];
    response.writeHead(status ?? 204).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const types = () => received.map(({ body }) => JSON.parse(body).type);
  return { received, types, url: `http://127.0.0.1:${port}/` };
}

async function register(world: SandboxWorld, url: string) {
  const path = `/v1/organizations/${world.organizationId}/webhook-endpoints`;
  const endpoint = await read(world, path, { body: { url } });
  return { ...endpoint, path: `${path}/${endpoint.id}` };
}

/** The latest delivery, once it is recorded as delivered: the receiver knows of it earlier. */
async function latestDelivered(world: SandboxWorld, path: string) {
  const latest = async () => (await read(world, `${path}/deliveries`))[0];
  await expect.poll(latest).toMatchObject({ status: "delivered" });
  return latest();
}

test("delivers to a program on this machine what another implementation of the standard accepts", async () => {
  await using sandbox = await createSandbox();
  const { received, url } = await openReceiver();
  const { secret, path } = await register(sandbox, url);
  sandbox.clock.advance("P300D");
  const { event } = await read(sandbox, `${path}/test`, { method: "POST" });
  await expect.poll(() => received.length).toBe(1);
  const [{ body, headers } = { body: "", headers: {} }] = received;
  expect(new Webhook(secret).verify(body, headers)).toEqual(event);
  const delivery = await latestDelivered(sandbox, path);
  expect(delivery.attempts).toMatchObject([{ status: 204 }]);
});

test("tells of a dataset when the clock is moved to its end, and of its expiry", async () => {
  await using sandbox = await createSandbox();
  sandbox.clock.freeze();
  const { types, url } = await openReceiver();
  const { path } = await register(sandbox, url);
  await createDataset(sandbox);
  sandbox.clock.advance("PT1H");
  await expect.poll(types).toEqual(["dataset.ready"]);
  // An attempt that is not recorded yet would be repeated once its lease has ended.
  await latestDelivered(sandbox, path);
  sandbox.clock.advance("P60D");
  await expect.poll(types).toEqual(["dataset.ready", "dataset.expired"]);
});

test("tells when the credits of an organization become low", async () => {
  await using sandbox = await createSandbox({ credits: 100 });
  const { received, types, url } = await openReceiver();
  const { organizationId } = sandbox;
  await register(sandbox, url);
  const path = `/v1/organizations/${organizationId}`;
  await read(sandbox, path, { method: "PATCH", body: { lowCreditsThreshold: 100 } });
  expect(types()).toEqual([]);
  await createDataset(sandbox);
  await expect.poll(types).toEqual(["credits.low"]);
  expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ organizationId, data: {} });
});

test("tries again when the clock is moved to the next attempt", async () => {
  await using sandbox = await createSandbox();
  sandbox.clock.freeze();
  const { received, url } = await openReceiver(503, 503, 200);
  const { path } = await register(sandbox, url);
  await read(sandbox, `${path}/test`, { method: "POST" });
  const attempts = async () => (await read(sandbox, `${path}/deliveries`))[0].attempts.length;
  await expect.poll(attempts).toBe(1);
  sandbox.clock.advance("PT5S");
  await expect.poll(attempts).toBe(2);
  sandbox.clock.advance("PT5M");
  await expect.poll(attempts).toBe(3);
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("keeps the events of worlds apart", async () => {
  await using sandbox = await createSandbox();
  const [mine, other] = [await openReceiver(), await openReceiver()];
  const world = await sandbox.newWorld();
  const { path } = await register(world, mine.url);
  await register(sandbox, other.url);
  await read(world, `${path}/test`, { method: "POST" });
  await expect.poll(mine.types).toEqual(["webhook.test"]);
  expect(other.received).toEqual([]);
});

test.each([
  "http://10.0.0.1/",
  "http://example.com/",
  "https://169.254.169.254/",
  "https://[fd00::1]/",
])("refuses to send to %s", async (url) => {
  await using sandbox = await createSandbox();
  const path = `/v1/organizations/${sandbox.organizationId}/webhook-endpoints`;
  expect((await send(sandbox, path, { body: { url } })).status).toBe(422);
});
