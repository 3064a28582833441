import { describe, expect, it } from "vitest";
import { firstPaint } from "./first-paint.ts";
import { type ConsolePage, PAGES } from "./pages.ts";

const manifest = {
  "src/shell/shell.tsx": { file: "assets/shell-a.js", imports: ["_common.js"] },
  "src/pages/usage/usage-page.tsx": { file: "assets/usage-b.js", imports: ["_common.js"] },
  "src/pages/account/sign-in-page.tsx": { file: "assets/sign-in-c.js" },
  "src/pages/api-keys/api-key-page.tsx": { file: "assets/key-d.js" },
  "_common.js": { file: "assets/common-e.js", imports: ["_common.js"] },
};

function linksOf(path: string): string[] {
  return [...firstPaint(path, manifest).preloads.matchAll(/href="([^"]+)"/g)].map(
    ([, href = ""]) => href,
  );
}

describe("firstPaint", () => {
  it("shows the page's heading in the frame of a person who is signed in", () => {
    const { body } = firstPaint("/usage", manifest);
    expect(body).toContain('data-frame="shell"');
    expect(body).toContain("<h1>Usage</h1><p>Requests made with your API keys.");
  });

  it("shows the frame of a page whose heading is a name", () => {
    const { body } = firstPaint("/api-keys/1", manifest);
    expect(body).toContain('data-frame="shell"');
    expect(body).not.toContain("<h1>");
  });

  it("shows nothing at an address that has no page, and repeats none of it", () => {
    for (const path of ["/<script>", "/usage/1", "/api-keys/1/2/3", "/constructor"]) {
      expect(firstPaint(path, manifest)).toEqual({ preloads: "", body: "" });
    }
  });

  it("links to the page's scripts and to the person, each once", () => {
    expect(linksOf("/usage")).toEqual([
      "/console/assets/shell-a.js",
      "/console/assets/common-e.js",
      "/console/assets/usage-b.js",
      "/v1/me",
    ]);
  });

  it("links to no data that need a session: a refusal would be kept until after signing in", () => {
    const data = Object.values<ConsolePage>(PAGES).flatMap((page) => page.data ?? []);
    expect(data).toEqual(["/auth/options"]);
  });

  it("does not ask who is signed in where somebody signs in", () => {
    expect(linksOf("/sign-in")).toEqual(["/console/assets/sign-in-c.js", "/auth/options"]);
    expect(firstPaint("/sign-in", manifest).body).toContain('data-frame="account"');
  });

  it("begins with the API keys", () => {
    for (const path of ["/", "/api-keys/"]) {
      expect(firstPaint(path, manifest)).toEqual(firstPaint("/api-keys", manifest));
    }
  });

  it("has headings that need no escapes", () => {
    for (const page of Object.values(PAGES)) {
      const { title, description } =
        "heading" in page ? page.heading : { title: "", description: "" };
      expect(title + description).not.toMatch(/[<>&"]/);
    }
  });
});
