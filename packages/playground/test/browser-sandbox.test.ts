import { EventEmitter, once } from "node:events";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { run, visitBareSite } from "./visited-site.ts";

const site = visitBareSite();

const CREATE = `curl -s "$SINKOVE_API_URL/v1/api-keys" -H "Authorization: Bearer $SINKOVE_API_KEY" -H "Content-Type: application/json" -d '{"name":"Kept"}' | jq -r .name`;
const LIST = `curl -s "$SINKOVE_API_URL/api-keys" -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -c "[.[].name]"`;

/** Stops all service workers, and waits until they have stopped. The command itself returns earlier. */
async function endServiceWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const running = new Set<string>();
  const change = new EventEmitter();
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      if (runningStatus === "stopped") running.delete(versionId);
      else running.add(versionId);
    }
    change.emit("change");
  });
  await session.send("ServiceWorker.enable");
  while (running.size === 0) await once(change, "change");
  await session.send("ServiceWorker.stopAllWorkers");
  while (running.size > 0) await once(change, "change");
  await session.detach();
}

describe("the sandbox", () => {
  test("says what to do if the browser's settings forbid service workers", async () => {
    await site.page.evaluate(() => {
      const forbidden = new DOMException("The user denied permission.", "SecurityError");
      navigator.serviceWorker.register = () => Promise.reject(forbidden);
    });
    const { stderr } = await run(site.page, "sh", LIST);
    expect(stderr).toContain("allow cookies for this site, or choose another target");
  });

  test("is shared by tabs, and is there after the service worker was ended", async () => {
    expect((await run(site.page, "sh", CREATE)).stdout).toBe("Kept\n");
    const other = await site.open("/");
    expect((await run(other, "sh", LIST)).stdout).toBe('["Kept","First key"]\n');
    await endServiceWorkers(site.page);
    expect((await run(other, "sh", CREATE)).stdout).toBe("Kept\n");
    await site.page.reload();
    expect((await run(site.page, "sh", LIST)).stdout).toBe('["Kept","Kept","First key"]\n');
  });

  test("loses nothing of what two tabs write at the same time", async () => {
    const other = await site.open("/");
    await Promise.all([run(site.page, "sh", "true"), run(other, "sh", "true")]);
    const many = `for i in $(seq 8); do ${CREATE}; done`;
    await Promise.all([run(site.page, "sh", many), run(other, "sh", many)]);
    const { stdout } = await run(site.page, "sh", `${LIST} | jq length`);
    expect(stdout).toBe("17\n");
  });

  test("is separate for each base path, which is in its URLs", async () => {
    await run(site.page, "sh", CREATE);
    const below = await site.open("/below/");
    expect((await run(below, "sh", LIST)).stdout).toBe('["First key"]\n');
    const { stdout, requests } = await run(
      below,
      "sh",
      `${CREATE}; curl -si "$SINKOVE_API_URL/v1/api-keys?limit=1" -H "Authorization: Bearer $SINKOVE_API_KEY" | grep -io '</*http[^>]*below/sandbox/v1/api-keys'`,
    );
    expect(stdout).toBe(`Kept\n<${site.origin}/below/sandbox/v1/api-keys\n`);
    expect(requests[0]).toBe("POST /below/sandbox/v1/api-keys 201");
  });

  test("handles requests of a page after a forced reload", async () => {
    await run(site.page, "sh", "true");
    const session = await site.context.newCDPSession(site.page);
    await session.send("Page.enable");
    const loaded = site.page.waitForEvent("load");
    await session.send("Page.reload", { ignoreCache: true });
    await loaded;
    expect((await run(site.page, "sh", LIST)).stdout).toBe('["First key"]\n');
  });

  test("moves its clock, and is empty after a reset", async () => {
    const move = `curl -s "$SINKOVE_API_URL/_sandbox/clock" -H "Content-Type: application/json" -d '{"advance":"P365D","freeze":true}' | jq .frozen`;
    expect((await run(site.page, "sh", `export LEFT=1; ${CREATE}; ${move}`)).stdout).toBe(
      "Kept\ntrue\n",
    );
    await site.page.evaluate(() =>
      // The bare page defines this global.
      (
        globalThis as unknown as { playground: { resetSandbox: () => Promise<void> } }
      ).playground.resetSandbox(),
    );
    const after = `curl -s "$SINKOVE_API_URL/_sandbox/clock" | jq .frozen; echo "[$LEFT]"`;
    expect((await run(site.page, "sh", `${LIST}; ${after}`)).stdout).toBe(
      '["First key"]\nfalse\n[]\n',
    );
  });
});
