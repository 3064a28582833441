// Files for programs: the sitemap, the feed, the collections and the skill file.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createSandbox } from "@sinkove/mock-server";
import { describe, expect, test } from "vitest";
import { feedOf } from "../plugins/feed/index.ts";
import { installCommands } from "../plugins/packages/managers.ts";
import { redirects } from "../plugins/redirects/addresses.ts";
import { contract } from "../plugins/reference/contract.ts";
import { WITHOUT_SAMPLE } from "../plugins/reference/samples.ts";
import { editUrlOf } from "../publication.ts";
import { buildFolder, builtAddresses } from "./built-site.mts";

function built(file: string): string {
  return readFileSync(path.join(buildFolder, file), "utf8");
}

test("the sitemap has each page once, with a date for those that are written or generated", () => {
  const addresses = [...built("sitemap.xml").matchAll(/<loc>https:\/\/docs\.sinkove\.com([^<]*)/g)];
  const expected = builtAddresses()
    .filter((address) => address !== "/404" && !(address in redirects))
    .map((address) => address.replace(/^\/index$/, "/"));
  expect(addresses.map(([, address]) => address).toSorted()).toEqual(expected.toSorted());
  const dated = built("sitemap.xml").match(/<lastmod>\d{4}-\d\d-\d\dT/g) ?? [];
  // Pages have no dates if the repository was copied without Git.
  if (built("authentication.html").includes("<time")) {
    expect(dated.length).toBeGreaterThan(expected.length * 0.9);
  }
  expect(built("robots.txt")).toContain("Sitemap: https://docs.sinkove.com/sitemap.xml");
});

describe("the feed", () => {
  test("has the changelog's entries, with links that work elsewhere", () => {
    const feed = built("changelog.xml");
    const titles = [...built("changelog.md").matchAll(/^## (\d{4}-\d\d-\d\d.*)$/gm)];
    for (const [, title = ""] of titles) expect(feed).toContain(title);
    expect(feed).not.toMatch(/href="\//);
    expect(built("index.html")).toMatch(/type="?application\/atom\+xml/);
  });

  test("has the releases, newest first, without unreleased changes", () => {
    const html = `<div class="theme-doc-markdown"><h2 id="unreleased">Unreleased</h2><p>Next.</p>
      <h2 id="2026-12-01">2026-12-01</h2><p>A <a href="/guides">guide</a>.</p></div>`;
    const feed = feedOf(html, "https://docs.test");
    expect(feed.match(/<entry>/g)).toHaveLength(1);
    expect(feed).toContain("<updated>2026-12-01T00:00:00.000Z</updated>");
    expect(feed).toContain("https://docs.test/guides");
    expect(feed).not.toContain("Next.");
    expect(feedOf("<div class='theme-doc-markdown'></div>", "https://docs.test")).toContain(
      "<feed",
    );
  });
});

const callable = contract.operations.filter(
  ({ id, isPublic, schemes }) =>
    (isPublic || schemes.includes("apiKey")) && !(id in WITHOUT_SAMPLE),
);

interface PostmanItem {
  readonly name: string;
  readonly item?: readonly PostmanItem[];
  readonly request?: {
    readonly method: string;
    readonly url: { readonly raw: string; readonly variable: readonly { readonly key: string }[] };
    readonly body?: { readonly raw: string };
  };
}

/** Returns the requests of the Postman collection from all folders. */
function postmanRequests() {
  const collection: PostmanItem = JSON.parse(built("sinkove.postman_collection.json"));
  return (collection.item ?? []).flatMap(({ item = [] }) =>
    item.flatMap(({ request }) => (request ? [request] : [])),
  );
}

describe("the collections", () => {
  test("have each operation that an API key may call, and no other", () => {
    const expected = callable.map(({ method, path: address }) => {
      return `${method} {{baseUrl}}${address.replaceAll(/\{(\w+)\}/g, ":$1")}`;
    });
    const postman = postmanRequests().map(({ method, url }) => `${method} ${url.raw}`);
    expect(postman.toSorted()).toEqual(expected.toSorted());
    const {
      items,
    }: { items: readonly { items: readonly { request: { method: string; url: string } }[] }[] } =
      JSON.parse(built("sinkove.bruno.json"));
    const bruno = items.flatMap((folder) => folder.items.map(({ request }) => request));
    expect(bruno.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(
      expected.toSorted(),
    );
  });

  test("have requests that the API accepts unchanged", async () => {
    await using sandbox = await createSandbox();
    const refused: string[] = [];
    for (const { method, url, body } of postmanRequests()) {
      // Each request gets its own sandbox, because after the first one creates an organization, others must choose one.
      const world = await sandbox.newWorld();
      const [organizationId = ""] = world.organizationIds;
      const values: Readonly<Record<string, string>> = { organizationId };
      // The samples on the pages cover operations that need the ID of a created resource.
      if (!url.variable.every(({ key }) => key in values)) continue;
      if (method === "DELETE") continue;
      const address = url.raw
        .replace("{{baseUrl}}", `${world.baseUrl}/v1`)
        .replaceAll(/:(\w+)/g, (whole, name: string) => values[name] ?? whole);
      const response = await world.fetch(address, {
        method,
        headers: {
          Authorization: `Bearer ${world.apiKey}`,
          ...(body && { "Content-Type": "application/json" }),
        },
        ...(body && { body: body.raw }),
      });
      if (response.status >= 400) refused.push(`${method} ${url.raw}: ${response.status}`);
    }
    expect(refused).toEqual([]);
  });
});

describe("the skill file", () => {
  const skill = built("skills/sinkove/SKILL.md");

  test("has a name, a description, and each operation", () => {
    expect(skill).toMatch(/^---\nname: sinkove\ndescription: .{50,1024}\n---\n/);
    const named = [...skill.matchAll(/^- \[`(\w+)`\]/gm)].map(([, id]) => id);
    expect(named).toEqual(contract.operations.map(({ id }) => id));
  });

  test("links only to pages that exist, and leaves no placeholder", () => {
    for (const [, address = ""] of skill.matchAll(/\(https:\/\/docs\.sinkove\.com(\/[^)]*)\)/g))
      expect(() => built(address), address).not.toThrow();
    expect(skill).not.toContain("{{");
  });
});

test.each([
  [
    "npm install x",
    { npm: "npm install x", pnpm: "pnpm add x", yarn: "yarn add x", bun: "bun add x" },
  ],
  ["pip install x", { pip: "pip install x", uv: "uv add x", poetry: "poetry add x" }],
])("%s has a form for each package manager", (command, expected) => {
  expect(installCommands(command)).toEqual(expected);
});

test("a command that installs nothing stays the same for all package managers", () => {
  expect(installCommands("npx x --port 0")).toBeUndefined();
});

test("an edit link names the page's source once the repository has an address", () => {
  expect(editUrlOf("get-started.mdx", "https://git.test/edit/main")).toBe(
    "https://git.test/edit/main/apps/docs/docs/get-started.mdx",
  );
  expect(editUrlOf("get-started.mdx", undefined)).toBeUndefined();
});
