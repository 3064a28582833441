import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import type { OperationId } from "@sinkove/contract";
import { expect } from "vitest";
import { type Call, type Reply, requestOf, requireConforming } from "./exchange.ts";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

/** Sends a request like the official Python client: with a content type and the body `{}`, even for GET. */
async function send(scene: Scene, id: OperationId, call: Call = {}): Promise<Reply> {
  const { url, method } = requestOf(scene, id, call);
  const body = JSON.stringify(call.body ?? {});
  const headers = {
    Authorization: `Bearer ${scene.key}`,
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
  };
  const exchange = request(url, { method, headers }).end(body);
  // The event `response` has one argument.
  const [message] = (await once(exchange, "response")) as [IncomingMessage];
  const received = new Headers();
  for (const [name, value] of Object.entries(message.headers)) received.set(name, `${value}`);
  const status = message.statusCode ?? 0;
  const reply = { status, headers: received, body: JSON.parse(await text(message)) };
  requireConforming(id, reply);
  return reply;
}

/** The requests of the official Python client (sinkove-sdk 0.1.2). */
export const officialClient: readonly Scenario[] = [
  scenario(
    "answers GET with a body and a content type",
    async (scene) => {
      const { organizationId, modelId } = scene;
      const path = { organizationId };
      expect((await send(scene, "listOrganizations")).body).not.toHaveLength(0);
      expect((await send(scene, "getOrganization", { path })).status).toBe(200);
      const body = { modelId, numSamples: 1, args: { prompt: "cardiomegaly" } };
      const made = await send(scene, "createOrganizationDataset", { path, body });
      expect(made.status).toBe(201);
      const one = { organizationId, datasetId: made.body.id };
      expect((await send(scene, "getOrganizationDataset", { path: one })).status).toBe(200);
      const list = await send(scene, "listOrganizationDatasets", { path });
      expect(list.body).toContainEqual(expect.objectContaining({ id: made.body.id }));
    },
    { needs: ["socket"] },
  ),
];
