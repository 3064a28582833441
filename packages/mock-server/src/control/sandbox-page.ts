import { readFile } from "node:fs/promises";
import type { HttpRequest, HttpResponse } from "@sinkove/api";
import { pageFiles } from "../own-files.ts";

/** The files of the page, by path. */
const FILES: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  "/_sandbox": { name: "page.html", type: "text/html" },
  "/_sandbox/page.css": { name: "page.css", type: "text/css" },
  "/_sandbox/page.js": { name: "page.js", type: "text/javascript" },
};

/** The Content-Security-Policy: no inline code, nothing from other origins, and no embedding in other pages. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** Whether a request is for the page or its files. At `/_sandbox` itself, programs get a list of the controls. */
export function isPageRequest(
  { method, headers }: Pick<HttpRequest, "method" | "headers">,
  pathname: string,
): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  if (pathname !== "/_sandbox") return Object.hasOwn(FILES, pathname);
  return headers.get("accept")?.includes("text/html") === true;
}

/** Returns a file of the page that shows the worlds, their clocks and their journals. */
export async function answerPage(pathname: string): Promise<HttpResponse> {
  const file = FILES[pathname];
  if (!file) throw new TypeError(`${pathname} is not a file of the page.`);
  return {
    status: 200,
    headers: {
      "Content-Type": `${file.type}; charset=utf-8`,
      "Content-Security-Policy": POLICY,
      "Cross-Origin-Opener-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-cache",
      Vary: "Accept",
    },
    body: await readFile(new URL(file.name, pageFiles), "utf8"),
  };
}
