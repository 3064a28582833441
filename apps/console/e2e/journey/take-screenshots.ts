import type { Page } from "playwright-core";
import { onTestFinished, test } from "vitest";
import { showFakeData } from "./fake-data.ts";
import { organizationOf, send } from "./own-requests.ts";
import { ADA, welcome } from "./people.ts";
import { takePictures } from "./pictures.ts";
import { type Server, startServer } from "./server.ts";
import { visit } from "./visitor.ts";

const CLIENTS = [
  ["Nightly build", ["datasets:read"], "github-actions/2.4"],
  ["Ada's notebook", ["datasets:read", "models:read"], "python-requests/2.32.5"],
  ["Report generator", ["datasets:read", "usage:read"], "sinkove-typescript/0.1.0"],
] as const;
const KEY = "Training on the cluster";
const EVENTS = ["dataset.failed", "dataset.ready"];
const PYTHON = "sinkove-python/0.1.0";

test("the documentation's pictures are taken", async () => {
  const server = await startServer("sqlite");
  onTestFinished(server.stop);
  const { page } = await visit();
  await welcome(page, server);
  await send(page, "/auth/update-user", { body: { name: ADA.name } });
  for (const [name, scopes, program] of CLIENTS) {
    await request(server, await issue(page, name, scopes), program);
  }
  await page.goto(`${server.url}/console/sign-in`);
  await page.getByLabel("Email address").fill(ADA.email);
  await takePictures(page, "sign-in");
  await showFakeData(page);
  await generate(page, server);
  await rotate(page, server);
  await page.goto(`${server.url}/console/requests`);
  await page.getByRole("table", { name: "Requests" }).waitFor();
  await takePictures(page, "requests");
  await page.goto(`${server.url}/console/usage?days=30`);
  await page.getByRole("table", { name: "Requests by day" }).waitFor();
  await takePictures(page, "usage");
  await webhooks(page, server);
});

async function webhooks(page: Page, { url }: Server): Promise<void> {
  const organization = `/organizations/${await organizationOf(page)}`;
  const { body } = await send(page, `/v1${organization}/webhook-endpoints`, {
    body: { url: "https://hooks.hospital.example/sinkove", events: EVENTS },
  });
  // The cast is safe because the contract defines this response.
  const { id } = body as { id: string };
  await page.goto(`${url}/console${organization}/webhooks/${id}`);
  await page.getByRole("table", { name: "Deliveries" }).waitFor();
  await takePictures(page, "webhook-endpoint");
}

async function generate(page: Page, { url }: Server): Promise<void> {
  await page.goto(`${url}/console/api-keys/new`);
  await page.getByLabel("Name", { exact: true }).fill(KEY);
  await page.getByLabel("Training pipeline").check();
  await takePictures(page, "generate-key");
  await page.getByRole("button", { name: "Generate Key" }).click();
  await page.getByRole("tab", { name: "curl" }).click();
  await takePictures(page, "key-created");
}

/** Rotates the key and sends requests with its successor. The page shows a fake key. */
async function rotate(page: Page, server: Server): Promise<void> {
  const { body } = await send(page, "/v1/api-keys");
  // The cast is safe because the contract defines this response.
  const [{ id }] = body as [{ id: string }];
  const rotated = await page.request.post(`${server.url}/v1/api-keys/${id}/rotate`, {
    data: { gracePeriodSeconds: 86_400 },
    headers: { Origin: server.url },
  });
  const { id: key, secret } = await rotated.json();
  for (const path of ["/models", "/datasets", "/usage", "/models", "/datasets", "/datasets"]) {
    await request(server, secret, PYTHON, path);
  }
  await page.goto(`${server.url}/console/api-keys`);
  await page.getByRole("link", { name: KEY }).first().waitFor();
  await takePictures(page, "api-keys");
  await page.goto(`${server.url}/console/api-keys/${key}`);
  await page.getByRole("table", { name: "Requests by day" }).waitFor();
  await takePictures(page, "one-key");
  await page.goto(`${server.url}/console/api-keys/${key}/rotate`);
  await page.getByRole("button", { name: "Rotate", exact: true }).waitFor();
  await takePictures(page, "rotate");
}

/** Creates a key with a request, so that no page shows its secret. */
async function issue(page: Page, name: string, scopes: readonly string[]): Promise<string> {
  const { body } = await send(page, "/v1/api-keys", { body: { name, scopes } });
  // The cast is safe because the contract defines this response.
  return (body as { secret: string }).secret;
}

async function request({ url }: Server, secret: string, program: string, path = "/datasets") {
  const headers = { authorization: `Bearer ${secret}`, "user-agent": program };
  await (await fetch(`${url}/v1${path}`, { headers })).arrayBuffer();
}
