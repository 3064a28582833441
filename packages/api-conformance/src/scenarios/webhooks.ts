import { expect } from "vitest";
import { NOTHING } from "./operation-requests.ts";
import { joinAs, peopleOf } from "./people.ts";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const URL_OF_ENDPOINT = "https://hooks.example.com/sinkove";

/** Creates an endpoint of the scene's organization. */
function register({ call, organizationId }: Scene, body: object = {}) {
  const path = { organizationId };
  return call("createWebhookEndpoint", { path, body: { url: URL_OF_ENDPOINT, ...body } });
}

function pathOf({ organizationId }: Scene, webhookEndpointId: string) {
  return { organizationId, webhookEndpointId };
}

/** Webhook endpoints, and the deliveries that wait for them. What is sent is no exchange of the API. */
export const webhooks: readonly Scenario[] = [
  scenario(
    "gives the secret of an endpoint once, and another one when it is rotated",
    async (scene) => {
      const { status, body } = await register(scene, { events: ["dataset.ready"] });
      expect([status, body.url, body.enabled]).toEqual([201, URL_OF_ENDPOINT, true]);
      const path = pathOf(scene, body.id);
      const rotated = await scene.call("rotateWebhookEndpoint", { path });
      expect(rotated.status).toBe(201);
      expect(rotated.body.secret).not.toBe(body.secret);
      expect(rotated.body.previousSecretExpiresAt).not.toBeNull();
      const found = await scene.call("getWebhookEndpoint", { path });
      const listed = await scene.call("listWebhookEndpoints", {
        path: { organizationId: scene.organizationId },
      });
      const text = JSON.stringify([found.body, listed.body]);
      for (const secret of [body.secret, rotated.body.secret]) expect(text).not.toContain(secret);
    },
  ),
  scenario("sends a test to an endpoint, and not to one that is disabled", async (scene) => {
    const { body } = await register(scene);
    const path = pathOf(scene, body.id);
    const sent = await scene.call("testWebhookEndpoint", { path });
    expect([sent.status, sent.body.event.type]).toEqual([201, "webhook.test"]);
    const { body: deliveries } = await scene.call("listWebhookDeliveries", { path });
    expect(deliveries.map(({ id }: { id: string }) => id)).toEqual([sent.body.id]);
    const statuses = ["pending", "delivered", "failed"];
    const counts = await Promise.all(
      statuses.map(async (status) => {
        const { body } = await scene.call("listWebhookDeliveries", { path, query: { status } });
        return body.length;
      }),
    );
    expect(counts.toSorted()).toEqual([0, 0, 1]);
    const replay = { path: { ...path, webhookDeliveryId: sent.body.id } };
    expect((await scene.call("replayWebhookDelivery", replay)).body.status).toBe("pending");
    await scene.call("updateWebhookEndpoint", { path, body: { enabled: false } });
    for (const refused of [
      await scene.call("testWebhookEndpoint", { path }),
      await scene.call("replayWebhookDelivery", replay),
    ])
      expect([refused.status, refused.body.code]).toEqual([409, "WEBHOOK_ENDPOINT_DISABLED"]);
  }),
  scenario("deletes an endpoint with its deliveries", async (scene) => {
    const { body } = await register(scene);
    const path = pathOf(scene, body.id);
    await scene.call("testWebhookEndpoint", { path });
    expect((await scene.call("deleteWebhookEndpoint", { path })).status).toBe(204);
    const again = await scene.call("deleteWebhookEndpoint", { path });
    expect([again.status, again.body.code]).toEqual([404, "WEBHOOK_ENDPOINT_NOT_FOUND"]);
    expect((await scene.call("listWebhookDeliveries", { path })).status).toBe(404);
  }),
  scenario("finds no delivery that an endpoint does not have", async (scene) => {
    const { body } = await register(scene);
    const path = { ...pathOf(scene, body.id), webhookDeliveryId: NOTHING };
    const { status, body: problem } = await scene.call("replayWebhookDelivery", { path });
    expect([status, problem.code]).toEqual([404, "WEBHOOK_DELIVERY_NOT_FOUND"]);
  }),
  scenario("refuses URLs that must not be reached, and what is not a URL", async (scene) => {
    const urls = [
      ...["http://hooks.example.com/", "https://user:pass@hooks.example.com/", "ftp://a.example/"],
      ...["https://hooks.example.com/#part", "hooks.example.com", "", "https://", 5, null],
      `https://hooks.example.com/${"a".repeat(3000)}`,
    ];
    const refused = [
      ...urls.map((url) => ({ url })),
      ...[[], ["dataset.made"], ["dataset.ready", "dataset.ready"], "dataset.ready"].map(
        (events) => ({ url: URL_OF_ENDPOINT, events }),
      ),
    ];
    for (const body of refused) {
      const path = { organizationId: scene.organizationId };
      const reply = await scene.call("createWebhookEndpoint", { path, text: JSON.stringify(body) });
      expect([body, reply.status]).toEqual([body, 422]);
    }
  }),
  scenario(
    "leaves endpoints to owners",
    async (scene) => {
      const member = await joinAs(scene, "member");
      const { owner } = peopleOf(scene);
      const path = { organizationId: scene.organizationId };
      const body = { url: URL_OF_ENDPOINT };
      for (const [person, status] of [
        [member, 403],
        [owner, 201],
      ] as const)
        expect((await scene.call("createWebhookEndpoint", { person, path, body })).status).toBe(
          status,
        );
      expect((await scene.call("listWebhookEndpoints", { person: member, path })).status).toBe(403);
    },
    { needs: ["accounts", "people"] },
  ),
];
