import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningSite, serveSite } from "../scripts/site-server.mts";
import { buildFolder } from "./built-site.mts";

let site: RunningSite;
beforeAll(async () => {
  site = await serveSite({ folder: buildFolder, port: 0 });
});
afterAll(() => site?.close());

test.each([
  ["/", "text/html", 200],
  ["/authentication", "text/html", 200],
  ["/authentication/", "text/html", 200],
  ["/authentication.md", "text/markdown", 200],
  ["/llms.txt", "text/plain", 200],
  ["/openapi.json", "application/json", 200],
  ["/no-such-page", "text/html", 404],
  ["/..%2fpackage.json", "text/html", 404],
])("%s is answered as %s with %i", async (address, type, status) => {
  const response = await fetch(site.url + address);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toContain(type);
});

test("responses with scripts have the policy for workers", async () => {
  const { headers } = await fetch(`${site.url}/service-worker.js`);
  expect(headers.get("content-security-policy")).toContain("worker-src 'self'");
});

test("the error names the port that is in use", async () => {
  const port = Number(new URL(site.url).port);
  await expect(serveSite({ folder: buildFolder, port })).rejects.toThrow(
    `The port ${port} is in use.`,
  );
});

test("a port that another program uses only on ::1 is in use", async (context) => {
  const other = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    other.once("error", reject);
    other.listen(0, "::1", () => resolve((other.address() as AddressInfo).port));
  }).catch(() => context.skip("this machine has no IPv6"));
  await expect(serveSite({ folder: buildFolder, port })).rejects.toThrow("is in use");
  // The server no longer listens on the other address either.
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  other.close();
});

test("the error for a folder without a site says what to do", async () => {
  await expect(serveSite({ folder: "/nowhere", port: 0 })).rejects.toThrow("npm run build");
});
