import { createHash } from "node:crypto";
import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import type { Props } from "@docusaurus/types";
import sharp from "sharp";
import { replaceFile } from "../replace-file.ts";
import { captionsOf } from "./captions.ts";
import { type Caption, drawingOf, HEIGHT, WIDTH } from "./drawing.ts";
import type { SocialImage } from "./meta.ts";

/** The image of pages that are not documents, such as the home page and the 404. */
const SITE: Omit<SocialImage, "url"> = {
  alt: "Sinkove: synthetic medical images, by API",
  width: WIDTH,
  height: HEIGHT,
};

/** Files under `assets` never change, so the file name is a hash of the drawing. */
const FOLDER = "assets/social";

/** Draws the images of all documents. Returns a function that returns the image of the page at an address. */
export async function socialImages(
  props: Pick<Props, "outDir" | "siteDir" | "siteConfig" | "plugins">,
): Promise<(address: string) => SocialImage> {
  const { outDir, siteDir, siteConfig } = props;
  const cacheDir = path.join(siteDir, "node_modules/.cache/social-images");
  const draw = createDrawer({ outDir, cacheDir });
  const images = [...captionsOf(props)].map(async ([address, caption]) => {
    const url = siteConfig.url + (await draw(caption));
    const alt = `${caption.title}. ${caption.section}, Sinkove documentation`;
    return [address, { url, alt, width: WIDTH, height: HEIGHT }] as const;
  });
  const byAddress = new Map(await Promise.all(images));
  const site = { ...SITE, url: `${siteConfig.url}/img/social.png` };
  return (address) => byAddress.get(address) ?? site;
}

export interface DrawerOptions {
  /** The folder of the built site. */
  readonly outDir: string;
  /** The folder in which images are kept for the next build. */
  readonly cacheDir: string;
}

/**
 * Returns a function that draws the image of a caption into the site and resolves to its address. Each caption is drawn
 * once, and images of earlier builds are reused.
 */
export function createDrawer({ outDir, cacheDir }: DrawerOptions) {
  const drawn = new Map<string, Promise<string>>();
  const draw = async (svg: string): Promise<string> => {
    const name = `${createHash("sha256").update(svg).digest("hex").slice(0, 20)}.png`;
    const [kept, file] = [path.join(cacheDir, name), path.join(outDir, FOLDER, name)];
    for (const each of [kept, file]) await mkdir(path.dirname(each), { recursive: true });
    try {
      await copyFile(kept, file);
    } catch {
      await replaceFile(kept, await pngOf(svg));
      await copyFile(kept, file);
    }
    return `/${FOLDER}/${name}`;
  };
  return (caption: Caption): Promise<string> => {
    const svg = drawingOf(caption);
    const address = drawn.get(svg) ?? draw(svg);
    drawn.set(svg, address);
    return address;
  };
}

/** Uses a palette, which makes images of few colours five times smaller. */
function pngOf(svg: string): Promise<Uint8Array> {
  const options = { palette: true, colours: 32, dither: 0, effort: 1 };
  return sharp(Buffer.from(svg)).png(options).toBuffer();
}
