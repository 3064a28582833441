import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { createConsoleHost } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "console-"));
const root = join(folder, "web");
mkdirSync(join(root, "assets"), { recursive: true });
writeFileSync(join(root, "index.html"), '<meta name="csp-nonce" content="__CSP_NONCE__">');
writeFileSync(join(root, "manifest.json"), "{}");
writeFileSync(join(root, "assets", "main-Ab12.js"), "run();".repeat(50));
writeFileSync(join(root, "icon.svg"), "<svg/>");
writeFileSync(join(folder, "secret.txt"), "secret");
afterAll(() => rmSync(folder, { recursive: true }));

const host = createConsoleHost({ root });
const nonce = "abcdefghijklmnop+/==";
const text = (body: Uint8Array | undefined): string => Buffer.from(body ?? []).toString();

describe("createConsoleHost", () => {
  it("leaves other paths alone", () => {
    for (const path of ["/", "/v1/me", "/consoles", "/consolex/a"]) {
      expect(host(path, nonce)).toBeUndefined();
    }
  });

  it.each(["/console", "/console/", "/console/api-keys/0190f3a0", "/console/index.html"])(
    "serves the page at %s",
    (path) => {
      if (path.endsWith(".html")) return expect(host(path, nonce)?.status).toBe(404);
      const response = host(path, nonce);
      expect(response?.status).toBe(200);
      expect(text(response?.body)).toBe(`<meta name="csp-nonce" content="${nonce}">`);
    },
  );

  it("puts the frame of the page in its place", () => {
    writeFileSync(join(folder, "index.html"), "<!--preloads--><!--first-paint-->");
    writeFileSync(
      join(folder, "manifest.json"),
      '{"src/pages/account/sign-in-page.tsx":{"file":"assets/sign-in.js"}}',
    );
    const page = text(createConsoleHost({ root: folder })("/console/sign-in", nonce)?.body);
    expect(page).toContain('href="/console/assets/sign-in.js"');
    expect(page).toContain("<h1>Sign in</h1>");
  });

  it("keeps the page out of caches, frames and other sites' windows", () => {
    expect(host("/console/", nonce)?.headers).toMatchObject({
      "Cache-Control": "no-store",
      "Content-Type": "text/html; charset=utf-8",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
    });
  });

  it("admits its own files and the one style element with the nonce", () => {
    const policy = host("/console/", nonce)?.headers["Content-Security-Policy"];
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abcdefghijklmnop+/=='; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  it("refuses a nonce that could end its attribute or the policy", () => {
    for (const bad of ["", "short", '"><script>aaaaaaaaaaaa', "aaaaaaaaaaaaaaaa; script-src *"]) {
      expect(() => host("/console/", bad)).toThrow(/nonce/);
    }
  });

  it("lets clients cache hashed files permanently and other files for a short time", () => {
    const asset = host("/console/assets/main-Ab12.js", nonce);
    expect(asset?.headers).toMatchObject({
      "Cache-Control": "public, max-age=31536000, immutable",
      "Content-Type": "text/javascript; charset=utf-8",
    });
    const icon = host("/console/icon.svg", nonce);
    expect(icon?.headers["Cache-Control"]).toBe("public, max-age=300");
    expect(icon?.headers["Content-Type"]).toBe("image/svg+xml");
  });

  it.each([
    "/console/../secret.txt",
    "/console/assets/../../secret.txt",
    "/console/..%2fsecret.txt",
    "/console/%2e%2e/secret.txt",
    "/console/assets/..\\..\\secret.txt",
    "/console//etc/passwd.txt",
    "/console/assets/missing.js",
  ])("has no file at %s", (path) => {
    const response = host(path, nonce);
    expect(response?.status).toBe(404);
    expect(text(response?.body)).not.toContain("secret");
  });

  it("compresses a file for a client that says it can read that", () => {
    const plain = host("/console/assets/main-Ab12.js", nonce);
    const packed = host("/console/assets/main-Ab12.js", nonce, "br, gzip;q=0.8");
    expect(packed?.headers).toMatchObject({ "Content-Encoding": "gzip", Vary: "Accept-Encoding" });
    expect(packed?.headers["Content-Length"]).toBe(String(packed?.body.length));
    expect(gunzipSync(packed?.body ?? new Uint8Array()).toString()).toBe(text(plain?.body));
    const refused = host("/console/assets/main-Ab12.js", nonce, "gzip;q=0");
    expect(refused?.headers["Content-Encoding"]).toBeUndefined();
  });

  it("says how to build the console if there is none", () => {
    expect(() => createConsoleHost({ root: join(folder, "nowhere") })).toThrow(/npm run build/);
  });
});
