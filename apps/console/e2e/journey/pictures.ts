import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { settled } from "../settled.ts";

const SCHEMES = ["light", "dark"] as const;

/** Takes a picture of the page in each colour scheme: `name-light.webp` and `name-dark.webp`. */
export async function takePictures(page: Page, name: string): Promise<void> {
  const { SINKOVE_SCREENSHOTS: folder = "" } = process.env;
  mkdirSync(folder, { recursive: true });
  await settled(page);
  await page.evaluate(hideOrigin);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    const png = await page.screenshot({ animations: "disabled" });
    writeFileSync(join(folder, `${name}-${colorScheme}.webp`), await toWebp(page, png));
  }
}

/** Runs in the page. Replaces the origin, because its port differs in each run. */
function hideOrigin(): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const shown = text.nodeValue ?? "";
    if (shown.includes(location.origin)) {
      text.nodeValue = shown.replaceAll(location.origin, "https://sinkove.hospital.example");
    }
  }
}

/** Converts a PNG to WebP, which is a third of the size with text as sharp. */
async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const converter = await page.context().newPage();
  const base64 = await converter.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: image.width, height: image.height });
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.85).split(",")[1] ?? "";
  }, png.toString("base64"));
  await converter.close();
  return Buffer.from(base64, "base64");
}
