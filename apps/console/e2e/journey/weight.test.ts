import { expect, onTestFinished, test } from "vitest";
import { settled } from "../settled.ts";
import { ADA, signIn, welcome } from "./people.ts";
import { startServer } from "./server.ts";
import { visit } from "./visitor.ts";

const LIMIT = 250 * 1024;

test("the first load is at most 250 KB over the network, signed out and signed in", async () => {
  const server = await startServer("sqlite");
  onTestFinished(server.stop);
  await welcome((await visit()).page, server);
  const { page, context } = await visit();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(`${server.url}/console/api-keys`);
  await settled(page);
  expect(bytes).toBeGreaterThan(50 * 1024);
  expect(bytes).toBeLessThan(LIMIT);
  await signIn(page, ADA);
  await page.getByRole("heading", { name: "API keys" }).waitFor();
  await network.send("Network.clearBrowserCache");
  bytes = 0;
  await page.reload();
  await settled(page);
  expect(bytes).toBeGreaterThan(50 * 1024);
  expect(bytes).toBeLessThan(LIMIT);
});
