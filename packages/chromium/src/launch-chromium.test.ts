import { createServer, type Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { launchChromium } from "./launch-chromium.ts";

const servers: Server[] = [];
const requests: string[] = [];
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium(["--user-agent=Tester"]);
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

/** Starts a server that answers every request. Resolves to its origin. */
async function serve(): Promise<string> {
  const server = createServer((request, response) => {
    requests.push(`${request.headers.host} ${request.headers["user-agent"]}`);
    response.setHeader("Content-Type", "text/html").end("<p>Hello</p>");
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It has no port.");
  return `http://127.0.0.1:${address.port}`;
}

describe("launchChromium", () => {
  afterEach(() => void vi.unstubAllEnvs());

  test.each(["yes", "0", "-3"])("refuses SLOW_BROWSER=%s", async (factor) => {
    vi.stubEnv("SLOW_BROWSER", factor);
    await expect(launchChromium()).rejects.toThrow("SLOW_BROWSER must be a number of 1 or more");
  });

  test("starts a browser with the given options, under the same-origin policy", async () => {
    const [origin, other] = [await serve(), await serve()];
    const page = await browser.newPage();
    await page.goto(origin);
    const outcome = (url: string) =>
      page.evaluate((target) => fetch(target).then(({ status }) => status, String), url);

    expect(await outcome(`${origin}/`)).toBe(200);
    expect(await outcome(`${other}/`)).toBe("TypeError: Failed to fetch");
    expect(requests).toContain(`${new URL(other).host} Tester`);
  });
});
