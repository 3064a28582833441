import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { generateKey, revokeKey, rotateKey, rowAppears } from "./keys.ts";
import { ADA, signIn, signOut, welcome } from "./people.ts";
import { startServer } from "./server.ts";
import { runInShell } from "./terminal.ts";
import { DESKTOP, PHONE, visit } from "./visitor.ts";

const KEY = "Training on the cluster";

const JOURNEYS = [
  { database: "sqlite", screen: DESKTOP, name: "a desktop" },
  { database: "postgres", screen: DESKTOP, name: "a desktop" },
  { database: "sqlite", screen: PHONE, name: "a phone" },
] as const;

test.each(JOURNEYS)(
  "a new person generates, uses, rotates and revokes a key, on $database with $name",
  async ({ database, screen }) => {
    const server = await startServer(database);
    onTestFinished(server.stop);
    const { page, complaints } = await visit(screen);
    await welcome(page, server);
    const first = await generateKey(page, KEY);
    expect(JSON.parse(await runInShell(first.curl))).toEqual([]);

    await page.getByRole("link", { name: "I have stored it" }).click();
    await page.getByRole("heading", { name: KEY, level: 1 }).waitFor();
    await rowAppears(page, "Latest requests with this key", ["/datasets", "200", "curl"]);
    await rowAppears(page, "Requests by day", ["1"]);

    const second = await rotateKey(page);
    expect(second.secret).not.toBe(first.secret);
    expect(JSON.parse(await runInShell(first.curl))).toEqual([]);
    await page.getByRole("link", { name: "See who still uses the old key" }).click();
    const clients = "Programs that used this key since it was rotated";
    await rowAppears(page, clients, ["curl", "127.0.0.1", "now"]);
    expect(await isWiderThanScreen(page)).toBe(false);

    await revokeKey(page, KEY);
    expect(JSON.parse(await runInShell(first.curl))).toMatchObject({
      status: 401,
      code: "API_KEY_REVOKED",
    });
    expect(JSON.parse(await runInShell(second.curl))).toEqual([]);
    await rowAppears(page, "Latest requests with this key", ["401 API_KEY_REVOKED"]);

    await signOut(page);
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain("api-keys/");
    expect(await page.locator("body").innerText()).not.toContain(KEY);
    await page.goto(`${server.url}/console/api-keys`);
    await signIn(page, ADA);
    await page.getByRole("link", { name: KEY }).first().waitFor();
    expect(complaints).toEqual([]);
  },
);

function isWiderThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > screen.width);
}
