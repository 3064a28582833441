import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { captionsOf } from "../plugins/social-images/captions.ts";
import { drawingOf, fitted } from "../plugins/social-images/drawing.ts";
import { createDrawer } from "../plugins/social-images/index.ts";
import { withSocialImage } from "../plugins/social-images/meta.ts";
import { loadTypeface } from "../plugins/social-images/typeface.ts";
import { buildFolder, builtAddresses } from "./built-site.mts";

const site = "https://docs.sinkove.com";

/** Returns the contents of a page's meta tags with a name. */
function tagsOf(html: string, name: string): string[] {
  const tags = html.matchAll(
    new RegExp(`<meta [^>]*(?:property|name)="?${name}"? content=(?:"([^"]*)"|([^\\s>]*))`, "g"),
  );
  return [...tags].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

const pages = builtAddresses()
  .map((address) => ({
    address,
    html: readFileSync(path.join(buildFolder, `${address}.html`), "utf8"),
  }))
  // Redirect pages have no title of their own.
  .filter(({ html }) => tagsOf(html, "og:title").length > 0);

describe("each page", () => {
  test("names one image, which is a PNG of the site of 1200 by 630 pixels", () => {
    expect(pages.length).toBeGreaterThan(90);
    for (const { address, html } of pages) {
      const [url = "", ...others] = tagsOf(html, "og:image");
      expect(others, address).toEqual([]);
      expect(tagsOf(html, "twitter:image"), address).toEqual([url]);
      expect(url.startsWith(`${site}/`), `${address}: ${url}`).toBe(true);
      const png = readFileSync(path.join(buildFolder, url.slice(site.length)));
      expect(png.subarray(1, 4).toString(), address).toBe("PNG");
      const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
      expect(size, address).toEqual([1200, 630]);
      expect(tagsOf(html, "og:image:width").concat(tagsOf(html, "og:image:height"))).toEqual(
        size.map(String),
      );
    }
  });

  test("has an image with its title, which is also in the alternative text", () => {
    const titles = new Map<string, Set<string>>();
    for (const { address, html } of pages) {
      const [image = ""] = tagsOf(html, "og:image");
      const [title = ""] = tagsOf(html, "og:title");
      titles.set(image, (titles.get(image) ?? new Set()).add(title));
      if (image.endsWith("/img/social.png")) continue;
      const [alt = ""] = tagsOf(html, "og:image:alt");
      expect(alt.startsWith(title.replace(/ \| Sinkove$/, "")), `${address}: ${alt}`).toBe(true);
    }
    const shared = [...titles].filter(([, { size }]) => size > 1).map(([image]) => image);
    expect(shared).toEqual([]);
    expect(titles.size).toBeGreaterThan(90);
  });
});

describe("a title", () => {
  const typeface = loadTypeface(600);

  test.each([
    ["Rate limits", 1],
    ["Rotation with no downtime", 2],
    ["A title of very many words that say one after the other what its page is about", 3],
    ["OrganizationCreditTransactionListParametersAndTheirResults".repeat(4), 1],
    ["Many short words ".repeat(40), 1],
    ["", 1],
  ])("%j has %i lines, none of them too wide", (title, count) => {
    const { size, lines } = fitted(title, typeface);
    expect(lines).toHaveLength(count);
    for (const line of lines) expect(typeface.widthOf(line, size)).toBeLessThanOrEqual(940);
  });

  test("is drawn as outlines that are numbers", () => {
    const svg = drawingOf({ title: 'milliseconds & "times" <T> — 100 %', section: "Guides" });
    expect(svg).not.toMatch(/NaN|undefined|<text/);
    expect(svg.match(/<path fill/g)).toHaveLength(4);
  });

  test("with a character that the font does not have causes an error with that character", () => {
    expect(() => drawingOf({ title: "数据集", section: "Guides" })).toThrow(
      'The title "数据集" has a character that the font of social images does not have: 数',
    );
  });
});

test("an image is drawn only once", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sinkove-social-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const cacheDir = path.join(folder, "cache");
  const caption = { title: "Rate limits", section: "Guides" };
  const outDir = path.join(folder, "one");
  const draw = createDrawer({ outDir, cacheDir });
  const [address, same, other] = await Promise.all([
    draw(caption),
    draw(caption),
    draw({ ...caption, section: "Errors" }),
  ]);
  expect([same === address, other === address]).toEqual([true, false]);
  expect(readdirSync(cacheDir)).toHaveLength(2);
  // A changed file in the cache shows that the image comes from there.
  writeFileSync(path.join(cacheDir, path.basename(address)), "kept");
  const again = createDrawer({ outDir: path.join(folder, "two"), cacheDir });
  expect(readFileSync(path.join(folder, "two", await again(caption)), "utf8")).toBe("kept");
  expect(existsSync(path.join(outDir, other))).toBe(true);
});

test("the tags of an image escape its text", () => {
  const image = { url: "https://docs.test/a.png", alt: '"a" & <b>', width: 1, height: 2 };
  const html = withSocialImage("<title>a</title><svg><title>b</title></svg>", image);
  expect(html).toContain('content="&quot;a&quot; &amp; &lt;b>"');
  expect(html.match(/og:image"/g)).toHaveLength(1);
});

test("a document's section consists of its labels in the navbar and the sidebar", () => {
  const docs = [
    { id: "ts", permalink: "/sdk/typescript", title: "TypeScript SDK", sidebar: "tools" },
    {
      id: "ts/Datasets",
      permalink: "/sdk/typescript/Datasets",
      title: "Datasets",
      sidebar: "tools",
    },
    { id: "changelog", permalink: "/changelog", title: "Changelog", sidebar: "tools" },
    { id: "loose", permalink: "/loose", title: "Loose", sidebar: undefined },
  ];
  const inner = { type: "category", label: "Client", items: [{ type: "doc", id: "ts/Datasets" }] };
  const category = {
    ...{ type: "category", label: "TypeScript SDK", items: [inner] },
    link: { type: "doc", id: "ts" },
  };
  const sidebars = { tools: [category, { type: "doc", id: "changelog" }] };
  const content = { loadedVersions: [{ docs, sidebars }] };
  const items = [{ sidebarId: "tools", label: "Tools" }];
  // This cast is safe: these are the only properties that are read.
  const props = {
    plugins: [{ name: "docusaurus-plugin-content-docs", content }],
    siteConfig: { themeConfig: { navbar: { items } } },
  } as unknown as Parameters<typeof captionsOf>[0];
  const sections = [...captionsOf(props)].map(([address, { section }]) => [address, section]);
  expect(Object.fromEntries(sections)).toEqual({
    "/sdk/typescript": "Tools · TypeScript SDK",
    "/sdk/typescript/Datasets": "Tools · TypeScript SDK",
    "/changelog": "Tools",
    "/loose": "Documentation",
  });
});
