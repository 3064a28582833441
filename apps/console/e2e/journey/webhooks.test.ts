import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { isSignedWith, type Receiver, startReceiver } from "../receiver.ts";
import { generateKey, rowAppears } from "./keys.ts";
import { goTo, welcome } from "./people.ts";
import { type Server, startServer } from "./server.ts";
import { DESKTOP, PHONE, visit } from "./visitor.ts";

const JOURNEYS = [
  { database: "sqlite", screen: PHONE, name: "a phone" },
  { database: "postgres", screen: DESKTOP, name: "a desktop" },
] as const;

test.each(JOURNEYS)(
  "a receiver on this machine gets the events of a real server, signed with the secret of the page, on $database with $name",
  async ({ database, screen }) => {
    const server = await startServer(database, { SINKOVE_WEBHOOKS: "loopback" });
    onTestFinished(server.stop);
    const receiver = await startReceiver();
    const { page, complaints } = await visit(screen);
    await welcome(page, server);
    const { secret: key } = await generateKey(page, "To be leaked");
    await disableLeakedKeys(page);
    const secret = await createEndpoint(page, receiver);

    await page.getByRole("button", { name: "Send test event" }).click();
    await rowAppears(page, "Deliveries", ["webhook.test", "Delivered", "204 in"]);
    await reportLeak(server, key);
    await rowAppears(page, "Deliveries", ["api_key.leaked", "Delivered"]);
    const headers = { authorization: `Bearer ${key}` };
    const refused = await fetch(`${server.url}/v1/me`, { headers });
    expect(await refused.json()).toMatchObject({ status: 401, code: "API_KEY_DISABLED" });

    const types = receiver.received.map(({ body }) => JSON.parse(body).type);
    expect(types.sort()).toEqual(["api_key.leaked", "webhook.test"]);
    expect(receiver.received.map((each) => isSignedWith(secret, each))).toEqual([true, true]);
    const other = "whsec_RXhhbXBsZVNlY3JldEZvclRoZURvY3NPbmx5MDAwMDE=";
    expect(receiver.received.some((each) => isSignedWith(other, each))).toBe(false);
    expect(server.log()).not.toContain(secret.slice("whsec_".length));
    expect(complaints).toEqual([]);
  },
);

test("a server for production refuses a URL that leads into its own network, and the form says so", async () => {
  const server = await startServer("sqlite");
  onTestFinished(server.stop);
  const { page } = await visit();
  await welcome(page, server);
  await openForm(page);
  for (const url of ["http://127.0.0.1:9/", "https://169.254.169.254/latest", "https://[::1]/"]) {
    await page.getByRole("textbox", { name: "URL" }).fill(url);
    await page.getByRole("button", { name: "Create endpoint" }).click();
    await page.getByRole("alert").getByText("Must ").waitFor();
    expect(await page.getByRole("textbox", { name: "URL" }).inputValue()).toBe(url);
    expect(await page.getByRole("textbox", { name: "URL" }).getAttribute("aria-invalid")).toBe(
      "true",
    );
  }
});

async function disableLeakedKeys(page: Page): Promise<void> {
  await goTo(page, "First organization");
  const section = page.getByRole("region", { name: "Leaked keys" });
  await section.getByLabel("Disable the key").check();
  await section.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
}

async function openForm(page: Page): Promise<void> {
  await goTo(page, "First organization");
  await page.getByRole("link", { name: "Manage webhooks" }).click();
  await page.getByText("No webhook endpoints").waitFor();
  await page.getByRole("link", { name: "Create endpoint" }).first().click();
}

/** Creates an endpoint and returns the secret that the button copies. */
async function createEndpoint(page: Page, { url }: Receiver): Promise<string> {
  await openForm(page);
  await page.getByRole("textbox", { name: "URL" }).fill(url);
  await page.getByRole("button", { name: "Create endpoint" }).click();
  await page.getByRole("button", { name: "Copy the secret" }).click();
  await page.getByRole("button", { name: "Copied" }).first().waitFor();
  const secret = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("link", { name: "I have stored it" }).click();
  return secret;
}

async function reportLeak({ url }: Server, apiKey: string): Promise<void> {
  const response = await fetch(`${url}/v1/api-keys/leaks`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ apiKey }),
  });
  expect(response.status).toBe(202);
}
