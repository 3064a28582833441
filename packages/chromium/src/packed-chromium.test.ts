import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser as PlaywrightBrowser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  findPackage,
  hasPackedChromium,
  packedChromium,
  unpackChromium,
} from "./packed-chromium.ts";

const module = JSON.stringify(new URL("./packed-chromium.ts", import.meta.url).href);

describe.runIf(hasPackedChromium)("the unpacked Chromium", () => {
  let browser: PlaywrightBrowser;

  beforeAll(async () => {
    const { path, env } = await packedChromium();
    // The browser gets no other variables of this process: no HOME, no fonts, and no libraries of the machine.
    browser = await chromium.launch({ executablePath: path, env });
  });
  afterAll(() => browser?.close());

  test.each(["serif", "sans-serif", "monospace", "No Such Font"])(
    "writes %s with its own font",
    async (family) => {
      const page = await browser.newPage();
      await page.setContent(`<p style="font-family: ${family}">Lungs, größer</p>`);
      const session = await page.context().newCDPSession(page);
      await session.send("DOM.enable");
      await session.send("CSS.enable");
      const { root } = await session.send("DOM.getDocument");
      const { nodeId } = await session.send("DOM.querySelector", {
        nodeId: root.nodeId,
        selector: "p",
      });
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });

      expect(fonts).toEqual([expect.objectContaining({ familyName: "Open Sans", glyphCount: 13 })]);
      await page.close();
    },
  );

  test("draws with WebGL", async () => {
    const page = await browser.newPage();
    const version = await page.evaluate(() => {
      const context = document.createElement("canvas").getContext("webgl");
      return context?.getParameter(context.VERSION);
    });

    expect(version).toContain("WebGL");
    await page.close();
  });
});

describe.runIf(hasPackedChromium)("unpackChromium", () => {
  let cache: string;

  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), "packed-chromium-"));
  });
  afterAll(() => rm(cache, { recursive: true }));

  test("yields one whole folder to processes that run at once", async () => {
    const folder = join(cache, "at-once");
    const args = [findPackage(), folder].map((arg) => JSON.stringify(arg)).join(", ");
    const program = `
      import { execFileSync } from "node:child_process";
      import { unpackChromium } from ${module};
      await unpackChromium(${args});
      execFileSync(${JSON.stringify(join(folder, "chromium"))}, ["--version"], {
        env: { LD_LIBRARY_PATH: ${JSON.stringify(join(folder, "lib"))} },
      });`;
    const codes = await Promise.all(
      [1, 2, 3].map(async () => {
        const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
          stdio: "inherit",
        });
        const [code] = await once(child, "exit");
        return code;
      }),
    );

    expect(codes).toEqual([0, 0, 0]);
    expect(await readdir(cache)).toEqual(["at-once"]);
  });

  test("refuses a package that is cut short, and leaves nothing", async () => {
    const broken = join(cache, "package");
    await cp(findPackage(), broken, { recursive: true });
    await truncate(join(broken, "bin", "chromium.br"), 1_000_000);

    await expect(unpackChromium(broken, join(cache, "broken"))).rejects.toThrow();
    expect(await readdir(cache)).not.toContain("broken");
    expect((await readdir(cache)).filter((name) => name.startsWith("unpacking-"))).toEqual([]);
  });
});
