import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { World } from "./world.ts";

/** Returns the path of the API for the webhook endpoints of a world's organization. */
export function apiPath({ organizationId }: World): string {
  return `/v1/organizations/${organizationId}/webhook-endpoints`;
}

/** Returns the path of the page for the webhook endpoints of a world's organization. */
export function pagePath({ organizationId }: World): string {
  return `/console/organizations/${organizationId}/webhooks`;
}

/** Creates an endpoint with a request. */
export function newEndpoint(
  world: World,
  url: string,
  events = ["dataset.ready"],
): Promise<{ id: string; secret: string }> {
  return world.send(apiPath(world), { body: { url, events } });
}

/** Returns the secret that the page shows. */
export async function secretOn(page: Page): Promise<string> {
  const secret = await page.locator("[data-secret]").innerText();
  expect(secret).toMatch(/^whsec_[0-9A-Za-z+/]{43}=$/);
  return secret;
}
